# Runs an example as the `// run: NAME ARGUMENTS` lines of its header comment say. What each prints
# must be, line for line, what stands under `// prints:` below it.
#
#   cmake -D PROGRAM=<the built example> -D SOURCE=<its file> [-D REWRITE=ON] -P run_example.cmake
#
# REWRITE puts what is printed now into the header, for when the model's figures have changed.

file(READ ${SOURCE} text)
string(REGEX MATCHALL "// run: [^\n]*\n// prints:\n" runs "${text}")
if(NOT runs)
    message(FATAL_ERROR "${SOURCE}: needs lines `// run: NAME ARGUMENTS` and `// prints:`")
endif()

foreach(run IN LISTS runs)
    string(REGEX REPLACE "^// run: [^ \n]+ *([^\n]*)\n.*" "\\1" arguments "${run}")
    separate_arguments(arguments UNIX_COMMAND "${arguments}")
    execute_process(COMMAND ${PROGRAM} ${arguments}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
    if(NOT status STREQUAL "0")
        message(FATAL_ERROR "${run}exit ${status}\n${output}\n${errors}")
    endif()

    # The block the header must have, and the one it has.
    string(REGEX REPLACE "([^\n]*)\n" "//   \\1\n" printed "${output}")
    string(FIND "${text}" "${run}" begin)
    string(LENGTH "${run}" length)
    math(EXPR begin "${begin} + ${length}")
    string(SUBSTRING "${text}" 0 ${begin} before)
    string(SUBSTRING "${text}" ${begin} -1 after)
    string(REGEX MATCH "^(//   [^\n]*\n)*" stated "${after}")
    string(LENGTH "${stated}" length)
    string(SUBSTRING "${after}" ${length} -1 after)
    if(REWRITE)
        set(text "${before}${printed}${after}")
        file(WRITE ${SOURCE} "${text}")
    elseif(NOT stated STREQUAL printed)
        message(FATAL_ERROR "${run}is stated to print\n${stated}but prints\n${printed}"
            "(if it must: run this script with -D REWRITE=ON)")
    endif()
    message("${output}")
endforeach()
