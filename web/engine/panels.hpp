#pragma once
/// The pictures of the classroom page: panels of the library's charts, drawn in the size that the
/// page has for them.

#include <string>
#include <string_view>
#include <vector>

#include "engine/figures.hpp"
#include "write/chart/panel.hpp"

namespace granary::web {

/// How large a picture is in the page's own pixels, and the size of its text.
struct PanelSize {
    double width, height, text;
};

/// A picture, and where in it the values are.
struct PanelPicture {
    std::string svg;
    chart::Drawn drawn;
};

/// "harvest", "ladder", "ration", "stores" and "flows" are one picture for each world, with one
/// scale; "deaths", "births" and "guess" (the ration with room for guesses) one for all. `year` is
/// the ladder's, 0 as in figures_json. Throws NotFound.
std::vector<PanelPicture> panels(std::string_view kind, Worlds worlds, int year,
                                 const PanelSize& size);

}  // namespace granary::web
