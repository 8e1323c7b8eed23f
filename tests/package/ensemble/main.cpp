// Runs an ensemble in two blocks, stops one of them, goes on with it, and puts them together; and
// history alone for the line that the test compares with the command's.
#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <granary/ensemble/merge_blocks.hpp>
#include <granary/ensemble/request.hpp>
#include <granary/granary.hpp>
#include <granary/write/version.hpp>

namespace {

using granary::EnsembleEnd;

// How it ends, stopped after the first chunk of members or not at all.
EnsembleEnd run_block(const granary::EnsembleRequest& request, std::uint64_t number, bool stopped) {
    auto job = granary::job_of(request, fmt::format("block-{}.nc", number));
    job.block = granary::Block{number, 2};
    job.threads = 1;
    return granary::run_ensemble(job, {{}, [&](const auto&) { return !stopped; }}).end;
}

void require(bool holds, const char* what) {
    if (holds) return;
    fmt::print(stderr, "{}\n", what);
    std::exit(1);
}

}  // namespace

int main() {
    const auto history = granary::load_scenario("historical");
    fmt::print("Excess deaths 1957-62: {:.1f} million\n",
               granary::simulate(history).excess_deaths_million());
    fmt::print("granary {}\n", granary::version());

    char folder[] = "/tmp/granary-consumer-XXXXXX";
    require(::mkdtemp(folder) != nullptr && ::chdir(folder) == 0, "no folder to write to");
    granary::EnsembleRequest request;
    request.scenario = "historical";
    request.members = 2 * granary::chunk_members + 1;
    require(run_block(request, 1, false) == EnsembleEnd::written, "block 1 is not written");
    require(run_block(request, 2, true) == EnsembleEnd::stopped, "block 2 is not stopped");
    require(run_block(request, 2, false) == EnsembleEnd::written, "block 2 is not gone on with");
    const std::string parts[] = {"block-2.nc", "block-1.nc"};
    const auto whole = granary::merge_blocks(parts, "whole.csv");
    require(whole.summary.moments(0).count == request.members, "members are missing");
    for (const auto* file : {"block-1.nc", "block-2.nc", "whole.csv", "whole.csv.json"})
        require(std::remove(file) == 0, file);
    require(::rmdir(folder) == 0, "something else is left in the folder");
}
