#include <csignal>

#include "cli/command.hpp"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader who leaves ends the output, not the process
    std::signal(SIGXFSZ, SIG_IGN);  // a file above the user's limit is an error of writing
    return granary::cli::command(argc, argv);
}
