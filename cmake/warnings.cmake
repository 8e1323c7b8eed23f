# Settings of the targets written here; a program that embeds the library sees none of them.

set(GRANARY_WARNINGS -Wall -Wextra -Wconversion -Wshadow -Wpedantic)

# Optimising, g++ 12 takes `"text" + string` for an overlapping copy (GCC bug 105329).
set(granary_false_warnings
    "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>")

# errno and trapping arithmetic are given up because nothing here reads them and they keep loops
# from being vectorised; neither changes a result.
function(granary_own_target target)
    set_target_properties(${target} PROPERTIES CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF)
    target_compile_options(${target} PRIVATE
        ${GRANARY_WARNINGS} ${granary_false_warnings}
        -ffp-contract=off -fno-math-errno -fno-trapping-math)
    if(GRANARY_SANITIZE)
        set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_compile_options(${target} PRIVATE ${sanitizers})
        target_link_options(${target} PRIVATE ${sanitizers})
    endif()
endfunction()

# What clang precompiles is the same whenever it is made: the compiler cache looks at its bytes.
function(granary_precompile target)
    target_precompile_headers(${target} ${ARGN})
    target_compile_options(${target} PRIVATE "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()
