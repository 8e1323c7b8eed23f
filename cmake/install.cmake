# What is installed, in four components: `core` (headers), `granary` (the compiled library), `ensemble`
# (many members in lanes, and their files where there is netCDF), `command` (the command with its
# manual page and completion). Nothing installed names a folder of this machine, so the prefix may be
# moved afterwards.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(granary_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/granary)
set(granary_generated ${PROJECT_BINARY_DIR}/install)

# ./granary builds what a command needs; what an installation needs beyond it is built before anything
# is copied: granary_install_needs(COMPONENT TARGET FILE)
function(granary_install_needs component target file)
    install(CODE "if(NOT EXISTS \"${file}\")
    message(STATUS \"Building ${target} first\")
    execute_process(COMMAND \"${CMAKE_COMMAND}\" --build \"${PROJECT_BINARY_DIR}\" --target ${target}
        COMMAND_ERROR_IS_FATAL ANY)
endif()" COMPONENT ${component})
endfunction()
granary_install_needs(granary granary_lib $<TARGET_FILE:granary_lib>)
granary_install_needs(ensemble granary_ensemble $<TARGET_FILE:granary_ensemble>)
foreach(target granary_cli granary_serve granary_ensemble_cli)
    if(TARGET ${target})
        granary_install_needs(command ${target} $<TARGET_FILE:${target}>)
    endif()
endforeach()
granary_install_needs(command granary_manual ${granary_generated}/granary.bash)

# --- core ---
install(DIRECTORY include/granary DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT core
    FILES_MATCHING PATTERN *.hpp)
install(FILES LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT core)
install(TARGETS granary_core EXPORT granary_core INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT granary_core NAMESPACE granary:: FILE granary-core.cmake
    DESTINATION ${granary_package_dir} COMPONENT core)

configure_package_config_file(cmake/granary-config.cmake.in ${granary_generated}/granary-config.cmake
    INSTALL_DESTINATION ${granary_package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${granary_generated}/granary-config-version.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${granary_generated}/granary-config.cmake
    ${granary_generated}/granary-config-version.cmake
    DESTINATION ${granary_package_dir} COMPONENT core)

# --- granary ---
install(TARGETS granary_lib EXPORT granary_granary
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT granary
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT granary)
install(EXPORT granary_granary NAMESPACE granary:: FILE granary-granary.cmake
    DESTINATION ${granary_package_dir} COMPONENT granary)

# --- ensemble ---
install(TARGETS granary_ensemble EXPORT granary_ensemble
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ensemble)
install(EXPORT granary_ensemble NAMESPACE granary:: FILE granary-ensemble.cmake
    DESTINATION ${granary_package_dir} COMPONENT ensemble)

# --- pkg-config ---
set(granary_pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
# What stands beside an archive is needed whether --static is asked for or not.
set(granary_pc_libs "-pthread -lmd")
set(granary_pc_libs_private "")
if(BUILD_SHARED_LIBS)
    set(granary_pc_libs_private ${granary_pc_libs})
    set(granary_pc_libs "")
endif()
set(granary_ensemble_pc_libs "-pthread")
if(GRANARY_ENSEMBLE_FILES)
    string(APPEND granary_ensemble_pc_libs " -lnetcdf -ldl")
endif()
file(RELATIVE_PATH granary_prefix_from_pc /prefix/${granary_pkgconfig_dir} /prefix)
foreach(component core granary ensemble)
    set(name granary-${component})
    if(component STREQUAL "granary")
        set(name granary)
    endif()
    configure_file(cmake/${name}.pc.in ${granary_generated}/${name}.pc @ONLY)
    install(FILES ${granary_generated}/${name}.pc
        DESTINATION ${granary_pkgconfig_dir} COMPONENT ${component})
endforeach()

# --- command ---
file(RELATIVE_PATH granary_lib_from_bin
    /prefix/${CMAKE_INSTALL_BINDIR} /prefix/${CMAKE_INSTALL_LIBDIR})
set_target_properties(granary_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${granary_lib_from_bin}")
install(TARGETS granary_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
set(granary_programs granary_serve)
if(TARGET granary_ensemble_cli)
    list(APPEND granary_programs granary_ensemble_cli)
endif()
set_target_properties(${granary_programs} PROPERTIES
    INSTALL_RPATH "$ORIGIN/../../${CMAKE_INSTALL_LIBDIR}")
install(TARGETS ${granary_programs}
    RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/granary COMPONENT command)
if(TARGET granary_mpi) # where it was built
    set_target_properties(granary_mpi PROPERTIES INSTALL_RPATH "$ORIGIN/${granary_lib_from_bin}")
    install(TARGETS granary_mpi OPTIONAL
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
endif()

# The classroom page, where ./dev web has built it.
install(FILES ${PROJECT_SOURCE_DIR}/build/web/granary.html OPTIONAL
    DESTINATION ${CMAKE_INSTALL_DATADIR}/granary COMPONENT command)

# Both are printed by the command itself, from its own definition.
add_custom_command(
    OUTPUT ${granary_generated}/granary.1 ${granary_generated}/granary.bash
    COMMAND granary_cli help --man >${granary_generated}/granary.1
    COMMAND granary_cli completion bash >${granary_generated}/granary.bash
    COMMENT "Writing the manual page and the completion")
add_custom_target(granary_manual ALL
    DEPENDS ${granary_generated}/granary.1 ${granary_generated}/granary.bash)
install(FILES ${granary_generated}/granary.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command)
install(FILES ${granary_generated}/granary.bash RENAME granary
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT command)
