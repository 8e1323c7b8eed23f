// How does a famine come on within a year? Each month of a run as soon as it is over, before the
// next is computed: the grain served to villagers, at a year's rate, and the excess deaths. The
// argument is the year to show. A program may also throw to end the run there.
//
// run: custom_observer 1960
// prints:
//   1960-01   153 kg   0.62 million
//   1960-02   136 kg   0.64 million
//   1960-03   121 kg   0.75 million
//   1960-04   100 kg   1.02 million
//   1960-05   107 kg   1.46 million
//   1960-06   147 kg   1.43 million
//   1960-07   126 kg   1.39 million
//   1960-08   137 kg   1.55 million
//   1960-09   230 kg   0.82 million
//   1960-10   239 kg   0.18 million
//   1960-11   211 kg   0.08 million
//   1960-12   172 kg   0.08 million
#include <fmt/core.h>

#include <cstdlib>
#include <granary/granary.hpp>

/// Prints a line for each whole month of one year. The run is also recorded at the knots of levers,
/// within a month, which are passed over.
class MonthlyFigures {
  public:
    explicit MonthlyFigures(int year) : year_(year) {}

    void operator()(const granary::Trajectory<double>& run) {
        const auto now = run.times().back();
        if (!granary::is_month_start(now)) return;
        if (now != run.times().front() && month_.year == year_) {
            const auto figures = run.figures(month_, now);
            fmt::print("{}  {:4.0f} kg  {:5.2f} million\n", granary::date_text(month_),
                       figures.rural_ration_kg, figures.excess_deaths_million);
        }
        month_ = now;
    }

  private:
    int year_;
    granary::Instant month_;
};

int main(int argc, char** argv) {
    const int year = argc > 1 ? std::atoi(argv[1]) : 1960;
    granary::simulate(granary::load_scenario("historical"), MonthlyFigures(year));
}
