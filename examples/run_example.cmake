# Runs an example as its own `// run:` lines say; the output must match its `// expect:` line.
# Takes PROGRAM (the built example) and SOURCE (its file).
file(STRINGS ${SOURCE} runs REGEX "^// run: ")
file(STRINGS ${SOURCE} expected REGEX "^// expect: ")
if(NOT runs OR NOT expected)
    message(FATAL_ERROR "${SOURCE}: needs a line `// run: NAME ARGUMENTS` and a line `// expect: REGEX`")
endif()
string(REGEX REPLACE "^// expect: " "" expected "${expected}")

foreach(run IN LISTS runs)
    string(REGEX REPLACE "^// run: [^ ]+" "" arguments "${run}")
    separate_arguments(arguments UNIX_COMMAND "${arguments}")
    execute_process(COMMAND ${PROGRAM} ${arguments}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
    if(NOT status STREQUAL "0" OR NOT output MATCHES "${expected}")
        message(FATAL_ERROR
            "${run}: exit ${status}, expected a match of `${expected}`\n${output}\n${errors}")
    endif()
    message("${output}")
endforeach()
