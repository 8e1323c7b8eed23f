# The headers that the library needs, for a compiler to WebAssembly: it has its own C library and must
# not see the whole of /usr/include, and no library of this machine can be linked.

set(granary_headers ${PROJECT_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${granary_headers})
foreach(folder boost fmt toml++)
    if(NOT IS_DIRECTORY /usr/include/${folder})
        message(FATAL_ERROR "/usr/include/${folder} is missing; ./dev web installs it")
    endif()
    file(CREATE_LINK /usr/include/${folder} ${granary_headers}/${folder} SYMBOLIC)
endforeach()

foreach(package Boost::headers fmt::fmt tomlplusplus::tomlplusplus)
    add_library(${package} INTERFACE IMPORTED)
    target_include_directories(${package} SYSTEM INTERFACE ${granary_headers})
endforeach()
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY=1)
add_library(Eigen3::Eigen INTERFACE IMPORTED)
target_include_directories(Eigen3::Eigen SYSTEM INTERFACE /usr/include/eigen3)
add_library(Threads::Threads INTERFACE IMPORTED) # one thread: a page runs the model in a worker
