#pragma once
/// The dated events above a plot: flags in rows, so that no flag's pole runs through the words of
/// another.

#include <string>
#include <vector>

#include "write/chart/plot.hpp"

namespace granary::chart {

struct EventRows {
    struct Mark {
        double x;
        int row;  ///< 0 is next to the plot
        std::string label;
    };
    std::vector<Mark> marks;
    int count = 0;  ///< of rows
};

/// The rows of events whose words begin at their place on `scale`; an event whose words would end
/// beyond `right` keeps its mark alone. Those outside the scale are left out.
EventRows event_rows(const std::vector<EventMark>& events, const Scale& scale, double size,
                     double right);

}  // namespace granary::chart
