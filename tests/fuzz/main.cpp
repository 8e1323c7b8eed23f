/// Judges damaged texts of one kind by the million: scenario (if no --kind says otherwise),
/// settings, vary, calibration.
///
///   fuzz_texts CORPUS [--kind KIND] [--count N] [--seconds S] [--seed K] [--first N] [--save
///   FOLDER] fuzz_texts CORPUS --seed K --print N      writes mutant N to the standard output
///   fuzz_texts CORPUS --judge FILE            judges one text
///   fuzz_texts - --kind page                  judges what comes by the standard input, each text
///                                             after its length as four bytes, the lowest first
///   fuzz_texts --tables                       what such texts are made of (web/tests/worlds.mjs)

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/figures.hpp"
#include "fuzz/campaign.hpp"
#include "fuzz/judge.hpp"
#include "fuzz/mutator.hpp"
#include "granary/record/embedded.hpp"

namespace granary::fuzz {
namespace {

struct Options {
    std::string corpus, judge;
    Kind kind = Kind::scenario;
    std::uint64_t seed = 1957;
    std::optional<std::uint64_t> print;
    Campaign campaign;
};

/// The texts to damage: the corpus, and of scenarios all shipped ones.
std::vector<std::string> seed_texts(const Options& options) {
    auto texts = texts_in(options.corpus);
    const std::string_view shipped =
        options.kind == Kind::calibration ? "scenarios/calibration" : "scenarios/";
    if (options.kind == Kind::scenario || options.kind == Kind::calibration)
        for (const auto& file : embedded_files())
            if (file.path.starts_with(shipped)) texts.emplace_back(file.text);
    return texts;
}

/// All of the bytes, or as many as come.
std::string from_input(std::size_t bytes) {
    std::string all(bytes, '\0');
    std::size_t got = 0;
    while (got < bytes) {
        const auto count = ::read(STDIN_FILENO, all.data() + got, bytes - got);
        if (count <= 0) break;
        got += static_cast<std::size_t>(count);
    }
    all.resize(got);
    return all;
}

std::optional<std::string> next_of_input() {
    const auto head = from_input(4);
    if (head.size() < 4) return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 4; i-- > 0;) length = length << 8 | static_cast<unsigned char>(head[i]);
    return from_input(length);
}

Options parsed(int argc, char** argv) {
    Options options;
    auto& campaign = options.campaign;
    options.corpus = argc > 1 ? argv[1] : "";
    for (int i = 2; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const char* value = argv[i + 1];
        const auto number = [&] { return std::strtoull(value, nullptr, 10); };
        if (name == "--count") campaign.count = number();
        if (name == "--seconds") campaign.seconds = std::strtod(value, nullptr);
        if (name == "--seed") options.seed = number();
        if (name == "--first") campaign.first = number();
        if (name == "--kind") options.kind = kind_called(value);
        if (name == "--save") campaign.save = value;
        if (name == "--judge") options.judge = value;
        if (name == "--print") options.print = number();
    }
    return options;
}

int judge_one(const Options& options) {
    const auto verdict = judge(options.kind, content_of(options.judge), true);
    fmt::print("{}: {}\n", verdict.outcome == Outcome::accepted ? "accepted" : "refused",
               verdict.fault.empty() ? "as it must be" : verdict.fault);
    return verdict.fault.empty() ? 0 : 1;
}

int run(Options options) {
    if (options.corpus == "--tables") {
        fmt::print("{}", web::tables_json());
        return 0;
    }
    if (!options.judge.empty()) return judge_one(options);
    if (options.corpus == "-") {
        options.campaign.text = [](std::uint64_t) { return next_of_input(); };
    } else {
        const auto mutator =
            std::make_shared<Mutator>(seed_texts(options), options.seed, Damage::of_texts);
        options.campaign.text = [mutator](std::uint64_t n) { return mutator->mutant(n); };
    }
    if (options.print) {
        fmt::print("{}", *options.campaign.text(*options.print));
        return 0;
    }
    options.campaign.judge = [kind = options.kind](const std::string& text) {
        return judge(kind, text, is_run(kind, text));
    };
    return options.campaign.run() ? 0 : 1;
}

}  // namespace
}  // namespace granary::fuzz

int main(int argc, char** argv) {
    return granary::fuzz::run(granary::fuzz::parsed(argc, argv));
}
