// The same SQL without us: how fast plain C runs an operation's statements on a store of ours.
//
//     cc -O2 -Wall -Wextra -o sqlops sqlops.c -lsqlite3
//     ./sqlops STORE OPERATION [--batch 64] [--seconds 5] [--operations N] [--checkpoint 1500]
//              [--json]
//
// STORE is a store that commonhour made; nobody else may have it open. OPERATION is a text file:
// names first, then the statements in their order, with an empty line after each. '#' is a comment.
//
//     let transfer, journal = new                                  ids of our kind, time-ordered
//     let key = key                                                a time-ordered request key
//     let now = now                                                microseconds since 1970
//     let minutes = 60                                             a number, or 'a text'
//     let payer, floor = random SELECT id, floor FROM account      a row of these, by chance
//     let hours = next SELECT id FROM hours WHERE status = 'claimed'      each row once, then stop
//
//     SELECT balance, last FROM account WHERE id = $1
//     > $1 payer
//     < balance last
//
//     UPDATE account SET balance = $2, last = $3 WHERE id = $1
//     > $1 payer $2 balance-minutes $3 transfer
//     ! 1
//
// '>' says what to bind: a name, a number, 'a text', null, or a sum or difference of two names.
// '<' names the columns of the first row. '!' is how many rows the statement has to change (for a
// query: whether it finds one), so that a file that has fallen behind the schema fails at once.
// A name has a new value in each operation. Operations run in batches, each batch one transaction
// with one flush at its end, as the server groups them; checkpoints run between batches. Prints
// operations a second and the p50, p99 and longest time of a commit.

#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { NAMES = 64, STATEMENTS = 48, TERMS = 24, WORD = 48, TEXT = 65536, COMMITS = 4 << 20 };

typedef struct { int type; int64_t number; char text[WORD]; } Value;
typedef enum { NEW, KEY, NOW, FIXED, RANDOM, NEXT, RESULT } Source;
typedef struct { char name[WORD]; Source source; int rows, column; Value value; } Name;
typedef struct { int columns; long count, at; Value *values; } Rows;
typedef struct { int parameter, name, other, sign; Value fixed; } Term;
typedef struct {
    sqlite3_stmt *prepared;
    char *sql;
    int terms, results, expected, result[TERMS];
    Term term[TERMS];
} Statement;

static sqlite3 *store;
static Name names[NAMES];
static Rows rows[NAMES];
static Statement statements[STATEMENTS];
static int name_count, rows_count, statement_count;
static int64_t last_id, last_key;
static float commits[COMMITS];
static int log_pages;

static void stop(const char *format, ...) {
    va_list words;
    va_start(words, format);
    vfprintf(stderr, format, words);
    va_end(words);
    fputc('\n', stderr);
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(store, sql, NULL, NULL, NULL) != SQLITE_OK)
        stop("%s: %s", sql, sqlite3_errmsg(store));
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *made = NULL;
    if (sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, NULL) != SQLITE_OK)
        stop("%s: %s", sql, sqlite3_errmsg(store));
    return made;
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static int64_t microseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static uint64_t chance(void) {
    static uint64_t state = 88172645463325252ULL;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

// Ids as ours: milliseconds in the upper bits, then counting on.
static int64_t new_id(void) {
    int64_t now = microseconds() / 1000 << 21;
    return last_id = now > last_id ? now : last_id + 1;
}

static void column(Value *into, sqlite3_stmt *from, int i) {
    into->type = sqlite3_column_type(from, i);
    into->number = sqlite3_column_int64(from, i);
    if (into->type != SQLITE_TEXT && into->type != SQLITE_BLOB) return;
    int n = sqlite3_column_bytes(from, i);
    if (n >= WORD) n = WORD - 1;
    memcpy(into->text, sqlite3_column_blob(from, i), n);
    into->text[n] = 0;
    into->number = n;
}

static int fetch(const char *sql) {
    Rows *into = &rows[rows_count];
    sqlite3_stmt *query = prepare(sql);
    into->columns = sqlite3_column_count(query);
    for (long room = 0; sqlite3_step(query) == SQLITE_ROW; into->count++) {
        if (into->count == room) {
            room = room ? room * 2 : 1024;
            into->values = realloc(into->values, room * into->columns * sizeof(Value));
        }
        for (int i = 0; i < into->columns; i++)
            column(&into->values[into->count * into->columns + i], query, i);
    }
    sqlite3_finalize(query);
    if (into->count == 0) stop("no rows: %s", sql);
    return rows_count++;
}

// MARK: Reading the operation

static int find(const char *word) {
    for (int i = 0; i < name_count; i++)
        if (!strcmp(names[i].name, word)) return i;
    return -1;
}

static int declare(const char *word, Source source) {
    int i = find(word);
    if (i >= 0) return i;
    if (name_count == NAMES) stop("more than %d names", NAMES);
    Name *made = &names[name_count];
    snprintf(made->name, WORD, "%s", word);
    made->source = source;
    return name_count++;
}

static Value fixed(const char *word) {
    Value value = {.type = SQLITE_INTEGER};
    if (!strcmp(word, "null")) value.type = SQLITE_NULL;
    else if (*word == '\'') {
        value.type = SQLITE_TEXT;
        snprintf(value.text, WORD, "%.*s", (int)strcspn(word + 1, "'"), word + 1);
        value.number = strlen(value.text);
    } else {
        char *end;
        value.number = strtoll(word, &end, 10);
        if (*end || end == word) stop("neither a name nor a value: %s", word);
    }
    return value;
}

static void read_let(char *line) {
    char *is = strchr(line, '=');
    if (!is) stop("let without '=': %s", line);
    *is++ = 0;
    is += strspn(is, " ");
    Source source = !strcmp(is, "new") ? NEW : !strcmp(is, "key") ? KEY : !strcmp(is, "now") ? NOW
        : !strncmp(is, "random ", 7) ? RANDOM : !strncmp(is, "next ", 5) ? NEXT : FIXED;
    int from = source == RANDOM ? fetch(is + 7) : source == NEXT ? fetch(is + 5) : -1;
    int at = 0;
    for (char *word = strtok(line, " ,"); word; word = strtok(NULL, " ,"), at++) {
        Name *name = &names[declare(word, source)];
        name->rows = from;
        name->column = at;
        if (source == FIXED) name->value = fixed(is);
        if (from >= 0 && at >= rows[from].columns) stop("no column for %s", word);
    }
}

// SQLite counts parameters as they appear, so '$2' is asked for by its name.
static Term read_term(sqlite3_stmt *of, char *parameter, char *word) {
    Term term = {.name = -1, .other = -1};
    term.parameter = sqlite3_bind_parameter_index(of, parameter);
    if (!term.parameter || !word) stop("not a binding of %s%s", sqlite3_sql(of), parameter);
    char *sign = *word == '\'' ? NULL : strpbrk(word + 1, "+-");
    if (sign) {
        term.sign = *sign == '+' ? 1 : -1;
        *sign = 0;
        term.other = find(sign + 1);
        if (term.other < 0) term.fixed = fixed(sign + 1);
    }
    term.name = find(word);
    if (term.name < 0 && !sign) term.fixed = fixed(word);
    else if (term.name < 0) stop("no such name: %s", word);
    return term;
}

static void read_block(char *block) {
    if (statement_count == STATEMENTS) stop("more than %d statements", STATEMENTS);
    Statement *s = &statements[statement_count];
    s->expected = -1;
    char sql[TEXT] = "", *next = block;
    for (char *line; (line = strsep(&next, "\n"));) {
        char *rest = NULL, *word;
        if (*line == '#' || !*line) continue;
        if (!strncmp(line, "let ", 4)) read_let(line + 4);
        else if (*line == '!') s->expected = atoi(line + 1);
        else if (*line == '<') {
            for (word = strtok_r(line + 1, " ,", &rest); word; word = strtok_r(NULL, " ,", &rest))
                s->result[s->results++] = declare(word, RESULT);
        } else if (*line == '>') {
            if (!s->prepared) s->prepared = prepare(sql);
            for (word = strtok_r(line + 1, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
                s->term[s->terms++] = read_term(s->prepared, word, strtok_r(NULL, " ", &rest));
        } else strcat(strcat(sql, line), "\n");
    }
    if (!*sql) return;
    s->sql = strdup(sql);
    if (!s->prepared) s->prepared = prepare(sql);
    if (sqlite3_bind_parameter_count(s->prepared) != s->terms)
        stop("%d bindings where %d are needed: %s", s->terms,
             sqlite3_bind_parameter_count(s->prepared), sql);
    statement_count++;
}

static void read_operation(const char *path) {
    static char text[TEXT];
    FILE *file = fopen(path, "r");
    if (!file) stop("cannot read %s", path);
    text[fread(text, 1, TEXT - 1, file)] = 0;
    fclose(file);
    char *block = text;
    while (block) {
        char *end = strstr(block, "\n\n");
        if (end) *end = 0;
        read_block(block);
        block = end ? end + 2 : NULL;
    }
}

// MARK: Running it

// Gives every name its value for one operation; 0 when the rows of a `next` are used up.
static int draw(void) {
    long at[NAMES];
    for (int i = 0; i < rows_count; i++) at[i] = -1;
    for (int i = 0; i < name_count; i++) {
        Name *name = &names[i];
        Value *value = &name->value;
        Rows *from = &rows[name->rows];
        if (name->source == NEW || name->source == NOW) {
            value->type = SQLITE_INTEGER;
            value->number = name->source == NEW ? new_id() : microseconds();
        } else if (name->source == KEY) {
            int64_t now = microseconds();
            last_key = now > last_key ? now : last_key + 1;
            value->type = SQLITE_TEXT;
            value->number = snprintf(value->text, WORD, "%020lld-%012llx", (long long)last_key,
                                     (unsigned long long)(chance() >> 16));
        } else if (name->source == RANDOM || name->source == NEXT) {
            if (at[name->rows] < 0 && name->source == NEXT) {
                if (from->at == from->count) return 0;
                at[name->rows] = from->at++;
            } else if (at[name->rows] < 0) at[name->rows] = chance() % from->count;
            *value = from->values[at[name->rows] * from->columns + name->column];
        }
    }
    return 1;
}

static void bind(sqlite3_stmt *to, const Term *term) {
    const Value *value = term->name < 0 ? &term->fixed : &names[term->name].value;
    const Value *other = term->other < 0 ? &term->fixed : &names[term->other].value;
    int64_t number = value->number + (term->sign ? term->sign * other->number : 0);
    if (value->type == SQLITE_INTEGER) sqlite3_bind_int64(to, term->parameter, number);
    else if (value->type == SQLITE_TEXT)
        sqlite3_bind_text(to, term->parameter, value->text, value->number, SQLITE_STATIC);
    else if (value->type == SQLITE_BLOB)
        sqlite3_bind_blob(to, term->parameter, value->text, value->number, SQLITE_STATIC);
    else sqlite3_bind_null(to, term->parameter);
}

static void step(Statement *s) {
    for (int i = 0; i < s->terms; i++) bind(s->prepared, &s->term[i]);
    int code = sqlite3_step(s->prepared);
    if (code != SQLITE_ROW && code != SQLITE_DONE) stop("%s%s", s->sql, sqlite3_errmsg(store));
    int found = code == SQLITE_ROW;
    if (found)
        for (int i = 0; i < s->results; i++)
            column(&names[s->result[i]].value, s->prepared, i);
    while (code == SQLITE_ROW) code = sqlite3_step(s->prepared);
    int touched = sqlite3_stmt_readonly(s->prepared) ? found : sqlite3_changes(store);
    sqlite3_reset(s->prepared);
    if (s->expected >= 0 && touched != s->expected)
        stop("%d rows where %d are due: %s", touched, s->expected, s->sql);
}

static int count_pages(void *unused, sqlite3 *in, const char *name, int pages) {
    (void)unused, (void)in, (void)name;
    log_pages = pages;
    return SQLITE_OK;
}

static int by_length(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static const char *option(int count, char **words, const char *name, const char *otherwise) {
    for (int i = 3; i + 1 < count; i++)
        if (!strcmp(words[i], name)) return words[i + 1];
    return otherwise;
}

int main(int count, char **words) {
    if (count < 3) stop("sqlops STORE OPERATION [--batch N] [--seconds S] [--operations N] …");
    long batch = atol(option(count, words, "--batch", "64"));
    double limit = atof(option(count, words, "--seconds", "5"));
    long most = atol(option(count, words, "--operations", "1000000000"));
    int checkpoint = atoi(option(count, words, "--checkpoint", "1500"));
    if (sqlite3_open_v2(words[1], &store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
        stop("%s: %s", words[1], sqlite3_errmsg(store));

    // The settings of our own writing connection (Sources/SQLiteStore/Connection.swift).
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
        "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF;"
        "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16384");
    sqlite3_wal_hook(store, count_pages, NULL);
    read_operation(words[2]);
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");

    long done = 0, groups = 0;
    int more = 1;
    double start = seconds(), now = start;
    while (more && done < most && now - start < limit && groups < COMMITS) {
        sqlite3_step(begin);
        sqlite3_reset(begin);
        for (long i = 0; i < batch && done < most && (more = draw()); i++, done++)
            for (int s = 0; s < statement_count; s++) step(&statements[s]);
        double before = seconds();
        if (sqlite3_step(commit) != SQLITE_DONE) stop("COMMIT: %s", sqlite3_errmsg(store));
        sqlite3_reset(commit);
        commits[groups++] = (seconds() - before) * 1e3;
        if (log_pages >= checkpoint)
            sqlite3_wal_checkpoint_v2(store, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
        now = seconds();
    }
    qsort(commits, groups, sizeof *commits, by_length);
    const char *format = !strcmp(words[count - 1], "--json")
        ? "{\"batch\":%ld,\"operations\":%ld,\"perSecond\":%.0f,"
          "\"commitMs\":{\"p50\":%.3f,\"p99\":%.3f,\"max\":%.3f}}\n"
        : "batch %ld: %ld operations, %.0f a second; commit p50 %.3f ms, p99 %.3f ms, "
          "longest %.3f ms\n";
    if (groups > 0)
        printf(format, batch, done, done / (now - start), commits[groups / 2],
               commits[groups * 99 / 100], commits[groups - 1]);
    sqlite3_close_v2(store);
    return 0;
}
