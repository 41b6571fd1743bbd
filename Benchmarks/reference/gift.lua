-- Load for wrk: gifts between many members, or reads of their accounts.
--
--     PEOPLE=people.txt wrk -t1 -c64 -d30s -s gift.lua http://127.0.0.1:8080
--
-- PEOPLE    a file with a line for each member: token, own account, account of somebody else, …
-- NETWORK   the network's slug; wisbech if not said
-- HOT=1     all gifts go to the account that the first line names last
-- READ      balance: accounts alone; statement: rows of an account; unset: gifts
-- LINES     how many rows of a statement; 50 if not said
-- MINUTES   minutes in each gift; 1 if not said
-- JSON=1    the result as one line of JSON
--
-- Each gift has an Idempotency-Key of its own, and later ones sort later.

local people, network = os.getenv("PEOPLE"), os.getenv("NETWORK") or "wisbech"
local hot, read = os.getenv("HOT") == "1", os.getenv("READ")
local minutes = os.getenv("MINUTES") or "1"
local lines = os.getenv("LINES") or "50"

local tokens, accounts, others, count = {}, {}, {}, 0
local prefix, key, thread

local function number_from_the_system()
    local file = assert(io.open("/dev/urandom", "rb"))
    local a, b, c = file:read(3):byte(1, 3)
    file:close()
    return a * 65536 + b * 256 + c
end

function init()
    assert(people, "PEOPLE is not set")
    local file = assert(io.open(people))
    for line in file:lines() do
        local token, account, other = line:match("^(%S+)%s+(%S+)%s+(%S+)")
        count = count + 1
        tokens[count], accounts[count], others[count] = token, account, other
    end
    file:close()
    assert(count > 0, "nobody stands in PEOPLE")

    math.randomseed(number_from_the_system())
    thread = string.format("%06x", number_from_the_system())
    key = os.time() * 1000000
    prefix = "/api/v1/networks/" .. network
    prefix = (read and "GET " or "POST ") .. prefix .. (read and "/accounts/" or "/transfers")
end

-- Written out, as wrk.format costs more than the rest of this file.
local function get(person)
    local page = read == "statement" and "/transfers?limit=" .. lines or ""
    return prefix .. accounts[person] .. page .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"]
        .. "\r\nAuthorization: Bearer " .. tokens[person] .. "\r\n\r\n"
end

local function payee(person)
    if hot then return others[1] end
    local one = others[math.random(count)]
    return one ~= accounts[person] and one or others[person]
end

local function post(person)
    local to = payee(person)
    while to == accounts[person] do
        person = math.random(count)
    end
    key = key + 1
    local body = '{"from":"' .. accounts[person] .. '","to":"' .. to .. '","minutes":' .. minutes
        .. ',"memo":"thank you"}'
    return prefix .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"]
        .. "\r\nAuthorization: Bearer " .. tokens[person]
        .. "\r\nContent-Type: application/json\r\nIdempotency-Key: "
        .. string.format("%017.0f-%s", key, thread)
        .. "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function request()
    local person = math.random(count)
    return read and get(person) or post(person)
end

function done(summary, latency)
    local errors = summary.errors
    local lost = errors.connect + errors.read + errors.write + errors.timeout
    local rate = summary.requests / summary.duration * 1e6
    local form = os.getenv("JSON") == "1"
        and '{"perSecond":%.0f,"p50":%.3f,"p99":%.3f,"p999":%.3f,"max":%.3f,"non2xx":%d,"lost":%d}\n'
        or "%.0f a second; p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms;"
            .. " %d not 2xx, %d lost\n"
    io.write(form:format(rate, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        latency:percentile(99.9) / 1000, latency.max / 1000, errors.status, lost))
end
