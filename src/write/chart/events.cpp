#include "write/chart/events.hpp"

#include <algorithm>

#include "write/chart/text_size.hpp"

namespace granary::chart {

/// From the last to the first: an event stands above every later one that its words reach.
EventRows event_rows(const std::vector<EventMark>& events, const Scale& scale, double size,
                     double right) {
    auto sorted = events;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const EventMark& a, const EventMark& b) { return a.x > b.x; });
    EventRows rows;
    for (auto& event : sorted) {
        if (event.x < scale.low || event.x > scale.high) continue;
        const double end = scale(event.x) + text_width(event.label, size) + 9;
        int row = 0;
        for (const auto& later : rows.marks)
            if (!later.label.empty() && scale(later.x) < end) row = std::max(row, later.row + 1);
        if (end > right) event.label.clear();
        rows.count = std::max(rows.count, row + 1);
        rows.marks.push_back({event.x, row, event.label});
    }
    return rows;
}

}  // namespace granary::chart
