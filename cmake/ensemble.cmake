# The component granary::ensemble: many members in lanes, with their files, checkpoints and blocks
# where there is netCDF; without it, no more than the members (include/granary/lanes).
find_path(GRANARY_NETCDF_INCLUDE netcdf.h)
find_library(GRANARY_NETCDF netcdf)
mark_as_advanced(GRANARY_NETCDF_INCLUDE GRANARY_NETCDF)
set(granary_ensemble_folders lanes)
set(GRANARY_ENSEMBLE_FILES OFF)
if(GRANARY_NETCDF_INCLUDE AND GRANARY_NETCDF)
    set(GRANARY_ENSEMBLE_FILES ON)
    list(APPEND granary_ensemble_folders netcdf ensemble)
endif()
list(TRANSFORM granary_ensemble_folders REPLACE "(.+)" "src/\\1/*.cpp" OUTPUT_VARIABLE globs)
file(GLOB granary_ensemble_sources CONFIGURE_DEPENDS ${globs})
list(FILTER granary_ensemble_sources EXCLUDE REGEX "/lanes/level.cpp$") # once for each level, below

add_library(granary_ensemble STATIC ${granary_ensemble_sources})
add_library(granary::ensemble ALIAS granary_ensemble)
set_target_properties(granary_ensemble PROPERTIES EXPORT_NAME ensemble POSITION_INDEPENDENT_CODE ON)
target_include_directories(granary_ensemble PRIVATE src)
target_link_libraries(granary_ensemble PUBLIC granary_lib)
if(GRANARY_ENSEMBLE_FILES)
    target_include_directories(granary_ensemble SYSTEM PRIVATE ${GRANARY_NETCDF_INCLUDE})
    target_link_libraries(granary_ensemble PRIVATE
        $<BUILD_INTERFACE:${GRANARY_NETCDF}> $<INSTALL_INTERFACE:netcdf> ${CMAKE_DL_LIBS})
endif()
granary_own_target(granary_ensemble)

# The lanes of the model for each level of the processor, chosen when the program runs. A level's
# object must not lend its inline functions to the rest of the program: the linker keeps one of many
# alike, and one with newer instructions would end the program on an older processor. So each level is
# linked by itself and shows its entry alone (a test looks). A program that embeds the library and
# links no ensemble need not wait for it to be compiled.
set(granary_lane_targets granary_ensemble)

function(granary_lane_level level)
    set(target granary_lanes_${level})
    add_library(${target} OBJECT src/lanes/level.cpp)
    target_include_directories(${target} PRIVATE src)
    target_link_libraries(${target} PRIVATE granary_core)
    target_compile_definitions(${target} PRIVATE GRANARY_LANES_ENTRY=${target})
    # Unique symbols stay global whatever objcopy is told.
    target_compile_options(${target} PRIVATE ${ARGN} $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    granary_own_target(${target})
    set(granary_lane_targets ${granary_lane_targets} ${target} PARENT_SCOPE)
endfunction()

granary_lane_level(base)
target_sources(granary_ensemble PRIVATE $<TARGET_OBJECTS:granary_lanes_base>)

# Leaves an object's entry visible and nothing else: granary_hide_lanes(OBJECT ENTRY FROM)
function(granary_hide_lanes object entry from)
    add_custom_command(OUTPUT ${object}
        COMMAND ${CMAKE_LINKER} -r --force-group-allocation ${from} -o ${object}
        COMMAND ${CMAKE_OBJCOPY} --keep-global-symbol=${entry} ${object}
        DEPENDS ${from} ${ARGN}
        COMMENT "Hiding all of ${entry} but its entry")
    set_source_files_properties(${object} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
endfunction()

# Compilers ask the processor for a level by name since g++ 11 and clang 18.
include(CheckCXXSourceCompiles)
check_cxx_source_compiles(
    "int main() { return __builtin_cpu_supports(\"x86-64-v4\"); }" GRANARY_ASKS_FOR_LEVELS)
execute_process(COMMAND ${CMAKE_LINKER} --help OUTPUT_VARIABLE linker_options ERROR_QUIET)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$" AND CMAKE_OBJCOPY AND NOT GRANARY_SANITIZE
        AND GRANARY_ASKS_FOR_LEVELS AND linker_options MATCHES "force-group-allocation")
    set(GRANARY_X86_LEVELS ON)
    foreach(level v3 v4)
        set(entry granary_lanes_${level})
        granary_lane_level(${level} -march=x86-64-${level})
        granary_hide_lanes(${PROJECT_BINARY_DIR}/${entry}.o ${entry} $<TARGET_OBJECTS:${entry}> ${entry})
        target_sources(granary_ensemble PRIVATE ${PROJECT_BINARY_DIR}/${entry}.o)
    endforeach()
    target_compile_definitions(granary_ensemble PRIVATE GRANARY_X86_LEVELS)
endif()
if(NOT PROJECT_IS_TOP_LEVEL)
    set_target_properties(${granary_lane_targets} PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
