/// Judges damaged files of ensembles by the hundred thousand, with the digest at their end and
/// without it, as another program leaves them: each is refused, or read as the ensemble it was.
///
///   fuzz_netcdf [--count N] [--seconds S] [--seed K] [--first N] [--save FOLDER]

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/campaign.hpp"
#include "fuzz/mutator.hpp"
#include "granary/foundation/error.hpp"
#include "netcdf/sample.hpp"

/// What the process that reads a file without a digest says is no longer to be seen; what the
/// sanitizers say of it is.
extern "C" void __sanitizer_set_report_path(const char* path) __attribute__((weak));

namespace granary::fuzz {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
    const fs::path memory = "/dev/shm";
    return fs::exists(memory) ? memory : fs::temp_directory_path();
}

class Files {
  public:
    explicit Files(fs::path place) : place_(std::move(place)) {
        fs::create_directory(place_);
        if (__sanitizer_set_report_path) __sanitizer_set_report_path(report().c_str());
        for (const auto& sample : {Sample{10, 1, {}, 0}, Sample{60, 8, {1958}, 7},
                                   Sample{30, 2, {1958, 1959}, 0, {"a", "b"}}})
            add(sample);
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() { fs::remove_all(place_); }

    const std::vector<std::string>& sound() const { return sound_; }

    /// Reads the file as `granary merge` does.
    Verdict judge(const std::string& bytes) const {
        std::ofstream(path(), std::ios::binary) << bytes;
        try {
            const auto read = read_ensemble(path());
            if (const auto kept = members_of(path(), read)) (void)(*kept)(0);
            const bool same = known_.contains(ensemble_sha256(read));
            return {Outcome::accepted, same ? "" : "it was read as another ensemble"};
        } catch (const FileError& error) {
            return {Outcome::refused, fault_of_ours()};
        }
    }

  private:
    std::string path() const { return place_ / "file.nc"; }
    std::string report() const { return place_ / "report"; }

    /// A file with the members and its like without a digest.
    void add(const Sample& sample) {
        const auto whole = sample.whole();
        const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
        write_ensemble(path(), whole, &rows);
        known_.insert(ensemble_sha256(whole));
        const auto bytes = content_of(path());
        sound_.push_back(bytes);
        for (int i = 0; i < 3; ++i)
            sound_.push_back(bytes.substr(0, bytes.rfind("\ngranary sha256 ")));
    }

    /// A sanitizer's report, unless the library for netCDF or HDF5 comes first in it.
    std::string fault_of_ours() const {
        std::string fault;
        for (const auto& entry : fs::directory_iterator(place_)) {
            if (!entry.path().filename().string().starts_with("report.")) continue;
            const auto text = content_of(entry.path());
            const auto other = std::min(text.find("libhdf5"), text.find("libnetcdf"));
            if (!(other < text.find("granary::"))) fault = text;
            fs::remove(entry.path());
        }
        return fault;
    }

    fs::path place_;
    std::vector<std::string> sound_;
    std::set<std::string> known_;
};

int run(int argc, char** argv) {
    std::uint64_t seed = 1957;
    Campaign campaign;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--count") campaign.count = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--first") campaign.first = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--seed") seed = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--seconds") campaign.seconds = std::strtod(argv[i + 1], nullptr);
        if (name == "--save") campaign.save = argv[i + 1];
    }
    const Files files(folder() / fmt::format("granary-fuzz-{}", ::getpid()));
    const Mutator mutator(files.sound(), seed, Damage::of_bytes);
    campaign.text = [&](std::uint64_t number) { return mutator.mutant(number); };
    campaign.judge = [&](const std::string& bytes) { return files.judge(bytes); };
    return campaign.run() ? 0 : 1;
}

}  // namespace
}  // namespace granary::fuzz

int main(int argc, char** argv) {
    return granary::fuzz::run(argc, argv);
}
