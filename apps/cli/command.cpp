#include "cli/command.hpp"

#include <csignal>
#include <exception>
#include <new>

#include "cli/command_line.hpp"
#include "cli/complain.hpp"
#include "granary/foundation/error.hpp"

namespace granary::cli {

int command(int argc, char** argv, const EnsembleCommands& ensembles) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader who leaves ends the output, not the process
    std::signal(SIGXFSZ, SIG_IGN);  // a file above the user's limit is an error of writing
    try {
        return run_command_line(program(ensembles), argc, argv);
    } catch (const Error& error) {
        return complain(error);
    } catch (const std::bad_alloc&) {
        return complain(
            "the memory that this program may take is used up: ask for less, or raise "
            "the limit (ulimit -v)",
            ErrorClass::file);
    } catch (const std::exception& error) {
        return complain(error.what(), ErrorClass::internal);
    }
}

}  // namespace granary::cli
