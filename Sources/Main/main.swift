internal import CLI

await Program.standard.main()
