#include "granary/study/published_splits.hpp"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string>

#include "granary/run.hpp"
#include "granary/study/change_lever.hpp"

namespace granary {
namespace {

constexpr std::string_view li_yang = "Li & Yang 2005", kasahara_li = "Kasahara & Li 2020";
constexpr std::string_view harvest = "the harvest's fall since 1957, here the mean of 1959-61";
constexpr std::string_view deaths_of_famine = "excess deaths";

double deaths_with(const Scenario& scenario, std::size_t lever_row, double value) {
    Scenario changed = scenario;
    change_lever(changed, lever_row, [&](const Schedule& schedule) {
        return schedule.replaced_from(Instant{scenario.start.year + 1, 0},
                                      Schedule(Height::number(value)));
    });
    return simulate(changed).excess_deaths_million();
}

/// The harvest's fall since the first year and the drivers' parts of it, summed over 1959-61.
class FallOfHarvest {
  public:
    explicit FallOfHarvest(const Attribution& attribution) {
        if (attribution.first_year != 1957) return;
        for (const auto& period : attribution.periods)
            if (period.label == "1959" || period.label == "1960" || period.label == "1961")
                years_.push_back(&period);
    }

    bool happened() const { return years_.size() == 3 && fall() < 0; }

    double percent(std::initializer_list<std::string_view> names) const {
        double sum = 0;
        for (std::size_t i = 0; i < drivers.size(); ++i)
            if (std::find(names.begin(), names.end(), drivers[i].name) != names.end())
                for (const auto* year : years_) sum += year->by_driver[i].shapley.output_actual_mt;
        return 100 * sum / fall();
    }

  private:
    double fall() const {
        double sum = 0;
        for (const auto* year : years_)
            sum += year->whole.output_actual_mt + year->reference_change.output_actual_mt;
        return sum;
    }

    std::vector<const AttributedPeriod*> years_;
};

void add_harvest(const FallOfHarvest& fall, std::vector<PublishedSplit>& splits) {
    if (!fall.happened()) return;
    const auto add = [&](std::string_view what, double percent, bool verified,
                         std::string_view here, double model, std::string_view note) {
        splits.push_back({li_yang, harvest, what, percent, verified, here, model, note});
    };
    add("diversion and procurement", 61, true, "labour_diversion, pressure, verification, trade",
        fall.percent({"labour_diversion", "pressure", "verification", "trade"}),
        "the acreage cut is a driver of its own here");
    add("diversion and procurement", 61, true, "the same and sown_area",
        fall.percent({"labour_diversion", "pressure", "verification", "trade", "sown_area"}),
        "where the acreage cut counts as a diversion");
    add("diversion", 33.0, false, "labour_diversion", fall.percent({"labour_diversion"}), "");
    add("procurement", 28.3, false, "pressure, verification, trade",
        fall.percent({"pressure", "verification", "trade"}),
        "what quotas do to a harvest: hungry hands, animals lost");
    add("weather", 12.9, false, "weather", fall.percent({"weather"}),
        "here the ministry's disaster shares times a fitted loss");
}

void add_exports(const Scenario& scenario, std::vector<PublishedSplit>& splits) {
    const auto undone = undo_exports(scenario);
    const double deaths = undone.excess_deaths_million;
    if (!(deaths > 0)) return;
    const auto add = [&](std::string_view here, double without, std::string_view note) {
        splits.push_back({kasahara_li, deaths_of_famine, "exports", 15, true, here,
                          100 * (deaths - without) / deaths, note});
    };
    add("no exports: kept in the granary", undone.kept_in_granary_million,
        "quotas fall only as far as they follow needs; the rest lies in store");
    add("no exports: returned to the villages", undone.returned_to_villages_million,
        "every tonne eaten where need is seen: the strongest form of the question");
}

}  // namespace

ExportsUndone undo_exports(const Scenario& scenario) {
    return {simulate(scenario).excess_deaths_million(),
            deaths_with(scenario, lever::export_mt.index, 0.0),
            deaths_with(scenario, lever::relief_from_exports.index, 1.0)};
}

std::vector<PublishedSplit> published_splits(const Scenario& scenario,
                                             const Attribution& attribution) {
    const FallOfHarvest fall(attribution);
    std::vector<PublishedSplit> splits;
    add_harvest(fall, splits);
    if (fall.happened()) add_exports(scenario, splits);
    return splits;
}

}  // namespace granary
