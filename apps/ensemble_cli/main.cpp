/// granary-ensemble: the command again, with the work on ensembles in it.

#include "cli/command.hpp"
#include "ensemble_cli/ensemble_commands.hpp"

int main(int argc, char** argv) {
    return granary::cli::command(argc, argv, granary::cli::ensemble_commands);
}
