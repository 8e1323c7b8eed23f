#pragma once
/// Ensembles of made-up figures, for tests of their files: no run stands behind them.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "granary/foundation/random.hpp"
#include "granary/netcdf/ensemble_file.hpp"
#include "granary/study/ensemble_plan.hpp"

namespace granary {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Which figures a sample has.
struct Sample {
    std::uint64_t members = 0, seed = 0;
    std::vector<int> years{1958, 1959, 1960};  ///< the last is run to the end of March
    /// One in so many members has none; 0: all have.
    std::uint64_t one_faulty_in = 0;
    std::vector<std::string> regions{};  ///< none: the figures are of the nation alone

    Summarised what() const {
        Summarised what;
        what.regions = regions;
        for (std::size_t place = 0; place < area_names(what).size(); ++place)
            for (auto measure : measures_of_an_area()) {
                measure.area = area_at(place);
                what.measures.push_back(measure);
            }
        if (years.empty()) return what;
        what.thresholds = {{0, 190.5, "SPENCE"}, {0, 200, "asked"}, {4, 210, "SPENCE"}};
        const auto of_area = measures_of_an_area().size();
        what.thresholds.push_back({of_area - 2, 15, "asked"});
        if (!regions.empty()) what.thresholds.push_back({of_area, 180, "asked"});
        return what;
    }

    std::vector<Measure> measures_of_an_area() const {
        std::vector<Measure> measures;
        for (const int year : years)
            for (const auto* name : {"rural_ration_kg", "excess_deaths_million",
                                     "crude_death_rate_per_1000", "nutrition_rural"})
                measures.push_back(*year_measure(name, year));
        measures.push_back(*run_measure("excess_deaths_million"));
        measures.push_back(*run_measure("lowest_ration_year"));
        return measures;
    }

    bool faulty(std::uint64_t member) const {
        return one_faulty_in > 0 && random_bits(seed, 99, member) % one_faulty_in == 0;
    }

    /// The last figure of a year is undefined in all members; the second is 0 or below in some.
    double figure(std::uint64_t member, std::size_t measure) const {
        const auto in_area = measure % measures_of_an_area().size();
        if (faulty(member) || in_area % 4 == 3) return undefined;
        const double part = uniform(seed, measure, member);
        if (in_area % 4 == 1) return part < 0.2 ? 0 : std::exp(20 * part - 12) - 1;
        return 150 + 100 * part;
    }

    /// What a member is run with: a number from 0 to 1.
    double input(std::uint64_t member, std::size_t number) const {
        return uniform(seed, 1000 + number, member);
    }
    static std::vector<MemberInput> inputs() {
        return {{"belief_lag_years", "yr"}, {"scale of export_mt", "1"}};
    }

    std::vector<EnsembleYear> spans() const {
        std::vector<EnsembleYear> spans;
        for (const int year : years) spans.push_back({year, {year, 0}, {year + 1, 0}});
        if (!spans.empty()) spans.back().to = month_start(years.back(), 4);
        return spans;
    }

    std::vector<double> rows(std::uint64_t chunk) const {
        std::vector<double> rows;
        const auto measures = what().measures.size();
        const auto first = chunk * chunk_members, count = std::min(chunk_members, members - first);
        for (std::uint64_t member = first; member < first + count; ++member) {
            rows.insert(rows.end(), {input(member, 0), input(member, 1)});
            for (std::size_t m = 0; m < measures; ++m) rows.push_back(figure(member, m));
        }
        return rows;
    }

    Summary summary_of(std::uint64_t chunk) const {
        std::vector<MemberFault> faults;
        const auto first = chunk * chunk_members, count = std::min(chunk_members, members - first);
        std::vector<double> rows;
        const auto summarised = what();
        for (std::uint64_t member = first; member < first + count; ++member) {
            if (faulty(member)) {
                faults.push_back({member, "the step left the range of nutrition, τ = 1959.5"});
                continue;
            }
            for (std::size_t m = 0; m < summarised.measures.size(); ++m)
                rows.push_back(figure(member, m));
        }
        return Summary(summarised, chunk, rows, std::move(faults), count / 9);
    }

    Ensemble part(Chunks chunks) const {
        Ensemble part{identity(),
                      members,
                      seed,
                      spans(),
                      inputs(),
                      what(),
                      Summary(what().measures.size(), what().thresholds.size())};
        for (auto chunk = chunks.begin; chunk < chunks.end; ++chunk)
            part.summary.add(summary_of(chunk));
        return part;
    }
    Ensemble whole() const { return part({0, chunks_of(members)}); }

    static std::vector<Attribute> identity() {
        return {{"title", "An ensemble of \"historical\": made-up figures"},
                {"command", "granary ensemble historical -n 5000 --seed 7"},
                {"version", "granary 0.1.0"},
                {"scenario", "title = \"née\"\nstart = \"1957-01-01\"\nend = \"1962-12-31\"\n"},
                {"vary", ""}};
    }
};

}  // namespace granary
