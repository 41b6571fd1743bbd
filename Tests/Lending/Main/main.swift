internal import CLI
internal import Lending

await Program.lending.main()
