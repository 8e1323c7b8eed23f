#pragma once
/// What must hold of every picture.

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "support/xml.hpp"
#include "write/chart/text_size.hpp"

namespace granary::test {

inline std::vector<std::pair<std::string, chart::Box>> texts(const Xml& xml) {
    std::vector<std::pair<std::string, chart::Box>> boxes;
    for (const auto& text : xml.named("text")) {
        const auto& a = text.attributes;
        const auto anchor = a.at("text-anchor") == "start"    ? Anchor::start
                            : a.at("text-anchor") == "middle" ? Anchor::middle
                                                              : Anchor::end;
        boxes.emplace_back(text.text, chart::text_box(std::stod(a.at("x")), std::stod(a.at("y")),
                                                      text.text, std::stod(a.at("font-size")),
                                                      anchor, a.contains("font-weight")));
    }
    return boxes;
}

/// What must hold of every picture: well-formed, titled, described, all words inside, none on
/// another.
inline void expect_readable(const std::string& svg, const std::string& which) {
    const Xml xml(svg);
    ASSERT_TRUE(xml.well_formed()) << which << ": " << xml.fault();
    EXPECT_GT(xml.named("title").at(0).text.size(), 20U) << which;
    EXPECT_GT(xml.named("desc").at(0).text.size(), 60U) << which;
    const auto& root = xml.elements().front();
    const chart::Box picture{0, 0, std::stod(root.attributes.at("width")),
                             std::stod(root.attributes.at("height"))};
    const auto boxes = texts(xml);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        EXPECT_TRUE(picture.holds(boxes[i].second)) << which << ": " << boxes[i].first;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(boxes[i].second.grown(-0.5).overlaps(boxes[j].second.grown(-0.5)))
                << which << ": " << boxes[i].first << " | " << boxes[j].first;
    }
    EXPECT_THAT(svg, testing::AllOf(testing::Not(testing::HasSubstr("nan")),
                                    testing::Not(testing::HasSubstr("inf,")),
                                    testing::Not(testing::HasSubstr(",inf"))))
        << which;
}

}  // namespace granary::test
