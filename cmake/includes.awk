# Reads the #include lines of include/granary, src, apps and web/engine, from the project's root.
#   awk -v mode=check   -f cmake/includes.awk    fails on an include against the order of layers
#   awk -v mode=folders -f cmake/includes.awk    draws the layers (Graphviz dot)
#   awk -v mode=files   -f cmake/includes.awk    draws every file

BEGIN {
    # Layers of equal rank never include each other: read and write, the programs; nor do the files
    # of rooms/.
    split("foundation record scenario state rooms model simulate analysis study lanes read=write document netcdf ensemble umbrella cli=engine=serve=mpi ensemble_cli",
          order, " ")
    for (rank_number = 1; rank_number in order; rank_number++) {
        count = split(order[rank_number], equals, "=")
        for (i = 1; i <= count; i++) rank[equals[i]] = rank_number
    }
    # Files beside the folders belong to the layer of their name, but for these.
    layer_of_name["granary"] = "umbrella"
    layer_of_name["eigen"] = "analysis"
    layer_of_name["overrides"] = "model"
    layer_of_name["run"] = "simulate"
    layer_of_name["members"] = "simulate"

    # History enters a run through scenario files alone.
    split("state rooms model simulate", blind, " ")
    for (i in blind) blind_to_record[blind[i]] = 1

    # The classroom page compiles these layers, and leaves out the folders that `left_out` tells.
    split("foundation record scenario state rooms model simulate analysis read write document engine",
          page, " ")
    for (i in page) of_page[page[i]] = 1

    find_files()
    for (i = 1; i <= files; i++) read_includes(file[i])
    if (mode == "check") exit check()
    if (mode == "folders") exit draw_layers()
    if (mode == "files") exit draw_files()
    print "includes.awk: mode is check, folders or files" > "/dev/stderr"
    exit 2
}

function find_files(    command, path) {
    command = "find include/granary src apps web/engine -name '*.hpp' -o -name '*.cpp' | LC_ALL=C sort"
    while ((command | getline path) > 0) {
        file[++files] = path
        known[path] = 1
        layer[path] = layer_of(path)
    }
    close(command)
}

function layer_of(path,    name) {
    name = path
    sub(/^(include\/granary|src|apps|web)\//, "", name)
    if (name !~ /\//) sub(/\.[a-z]+$/, "", name)
    sub(/\/.*/, "", name)
    return (name in layer_of_name) ? layer_of_name[name] : name
}

function read_includes(path,    line, place, target) {
    while ((getline line < path) > 0) {
        place++
        if (line !~ /^[ \t]*#[ \t]*include[ \t]*[<"]/) continue
        sub(/^[^<"]*[<"]/, "", line)
        sub(/[>"].*/, "", line)
        target = resolve(path, line)
        if (target == "") continue
        edge_from[++edges] = path
        edge_to[edges] = target
        edge_place[edges] = path ":" place
    }
    close(path)
}

# The project's file behind an include's name, or nothing for a library's.
function resolve(path, name,    folder) {
    folder = path
    sub(/[^\/]*$/, "", folder)
    if ((folder name) in known) return folder name
    if (("include/" name) in known) return "include/" name
    if (("src/" name) in known) return "src/" name
    if (("apps/" name) in known) return "apps/" name
    return ""
}

function complain(place, what) {
    print place ": " what
    faults++
}

function check(    i, from, to) {
    for (i = 1; i <= files; i++)
        if (!(layer[file[i]] in rank))
            complain(file[i], "belongs to no layer; cmake/includes.awk names them")
    for (i = 1; i <= edges; i++) check_edge(layer[edge_from[i]], layer[edge_to[i]], i)
    for (i = 1; i <= files; i++) {
        if (layer[file[i]] in blind_to_record) find_record(file[i], file[i], file[i])
        find_cycle(file[i], file[i])
    }
    print files " files, " edges " includes, " (faults + 0) " against the order"
    return files == 0 || faults > 0
}

function check_edge(from, to, i) {
    if (rank[to] > rank[from] || (rank[to] == rank[from] && from != to))
        complain(edge_place[i], from " includes " edge_to[i] " of " to)
    else if (of_page[from] && !left_out(edge_from[i]) && left_out(edge_to[i]))
        complain(edge_place[i], "the page compiles this file and leaves out " edge_to[i])
    else if (to == "rooms" && from == "rooms" && !own_header(i))
        complain(edge_place[i], "a room includes another room, " edge_to[i])
    else if (to == "rooms" && from != "rooms" && from != "model")
        complain(edge_place[i], "only model.hpp includes rooms, here " edge_to[i])
}

# As CMakeLists.txt has it: what needs many runs, files, or many pages.
function left_out(path) {
    return path ~ /\/(study|report|reference|provenance)\//
}

# A room's source may include the header of the same name.
function own_header(i,    from, to) {
    from = edge_from[i]
    to = edge_to[i]
    gsub(/.*\/|\.[a-z]+$/, "", from)
    gsub(/.*\/|\.[a-z]+$/, "", to)
    return from == to
}

# Depth first from `start`; `seen_record` keeps each pair from being walked twice.
function find_record(start, here, chain,    i) {
    if ((start, here) in seen_record) return
    seen_record[start, here] = 1
    for (i = 1; i <= edges; i++) {
        if (edge_from[i] != here) continue
        if (layer[edge_to[i]] == "record")
            complain(start, layer[start] " sees the record: " chain " -> " edge_to[i])
        else
            find_record(start, edge_to[i], chain " -> " edge_to[i])
    }
}

function find_cycle(here, chain,    i) {
    if (visited[here] == "done") return
    visited[here] = "open"
    for (i = 1; i <= edges; i++) {
        if (edge_from[i] != here) continue
        if (visited[edge_to[i]] == "open")
            complain(here, "includes in a circle: " chain " -> " edge_to[i])
        else
            find_cycle(edge_to[i], chain " -> " edge_to[i])
    }
    visited[here] = "done"
}

function draw_layers(    i, pair, ends) {
    print "digraph layers {\n    rankdir=LR;\n    node [shape=box];"
    for (i = 1; i <= edges; i++)
        if (layer[edge_from[i]] != layer[edge_to[i]])
            times[layer[edge_from[i]] SUBSEP layer[edge_to[i]]]++
    for (i = 1; i <= files; i++)
        if (!drawn[layer[file[i]]]++) print "    \"" layer[file[i]] "\";"
    fflush()  # what stands above goes out before the sorted lines
    for (pair in times) {
        split(pair, ends, SUBSEP)
        print "    \"" ends[1] "\" -> \"" ends[2] "\" [label=" times[pair] "];" | "LC_ALL=C sort"
    }
    close("LC_ALL=C sort")
    print "}"
    return 0
}

function draw_files(    i, j) {
    print "digraph files {\n    rankdir=LR;\n    node [shape=box];"
    for (i = 1; i <= files; i++) {
        if (drawn[layer[file[i]]]++) continue
        print "    subgraph \"cluster_" layer[file[i]] "\" {\n        label=\"" layer[file[i]] "\";"
        for (j = i; j <= files; j++)
            if (layer[file[j]] == layer[file[i]]) print "        \"" short(file[j]) "\";"
        print "    }"
    }
    for (i = 1; i <= edges; i++)
        print "    \"" short(edge_from[i]) "\" -> \"" short(edge_to[i]) "\";"
    print "}"
    return 0
}

function short(path) {
    sub(/^include\/granary\//, "", path)
    return path
}
