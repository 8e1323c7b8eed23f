#pragma once
/// A reader for XML as strict as a test of our own pictures needs: elements nest, attributes are
/// quoted and given once, ampersands begin one of the five entities.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace granary::test {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;  ///< directly within, entities resolved
};

class Xml {
  public:
    explicit Xml(std::string_view text) : rest_(text) {
        while (well_formed_ && !rest_.empty()) rest_.front() == '<' ? tag() : words();
        if (!open_.empty()) fail("left open: " + elements_[open_.back()].name);
    }

    bool well_formed() const { return well_formed_; }
    const std::string& fault() const { return fault_; }
    const std::vector<Element>& elements() const { return elements_; }
    std::vector<Element> named(std::string_view name) const {
        std::vector<Element> found;
        for (const auto& element : elements_)
            if (element.name == name) found.push_back(element);
        return found;
    }

  private:
    void fail(const std::string& why) {
        if (well_formed_) fault_ = why;
        well_formed_ = false;
    }
    std::string_view take(std::size_t count) {
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(std::min(count, rest_.size()));
        return taken;
    }

    void words() {
        const std::string text = resolved(take(rest_.find('<')));
        if (!open_.empty())
            elements_[open_.back()].text += text;
        else if (text.find_first_not_of(" \n") != std::string::npos)
            fail("words outside of the root");
    }

    void tag() {
        const auto end = rest_.find('>');
        if (end == std::string_view::npos) return fail("a tag without an end");
        auto inside = take(end + 1).substr(1, end - 1);
        if (inside.starts_with('/')) return close(inside.substr(1));
        const bool empty = inside.ends_with('/');
        if (empty) inside.remove_suffix(1);
        const auto name_end = std::min(inside.find(' '), inside.size());
        if (open_.empty() && !elements_.empty()) return fail("a second root");
        Element element{std::string(inside.substr(0, name_end)), {}, {}};
        inside.remove_prefix(name_end);
        attributes(inside, element);
        elements_.push_back(element);
        if (!empty) open_.push_back(elements_.size() - 1);
    }

    void close(std::string_view name) {
        if (open_.empty() || elements_[open_.back()].name != name)
            return fail("closed out of order: " + std::string(name));
        open_.pop_back();
    }

    void attributes(std::string_view inside, Element& element) {
        while (inside.starts_with(' ')) inside.remove_prefix(1);
        while (!inside.empty()) {
            const auto equals = inside.find("=\"");
            if (equals == std::string_view::npos) return fail("an attribute without a value");
            const std::string name(inside.substr(0, equals));
            inside.remove_prefix(equals + 2);
            const auto end = inside.find('"');
            if (end == std::string_view::npos) return fail("a value without an end");
            if (!element.attributes.emplace(name, resolved(inside.substr(0, end))).second)
                fail("given twice: " + name);
            inside.remove_prefix(end + 1);
            while (inside.starts_with(' ')) inside.remove_prefix(1);
        }
    }

    std::string resolved(std::string_view text) {
        std::string result;
        while (!text.empty()) {
            const auto byte = static_cast<unsigned char>(text.front());
            if (byte < 0x20 && byte != '\n') fail("a control character");
            if (text.front() != '&') {
                result += text.front();
                text.remove_prefix(1);
                continue;
            }
            const auto entity = text.substr(0, text.find(';'));
            const auto found = entities().find(std::string(entity));
            if (found == entities().end()) return fail("no entity: " + std::string(entity)), result;
            result += found->second;
            text.remove_prefix(entity.size() + 1);
        }
        return result;
    }

    static const std::map<std::string, char>& entities() {
        static const std::map<std::string, char> known{
            {"&amp", '&'}, {"&lt", '<'}, {"&gt", '>'}, {"&quot", '"'}, {"&apos", '\''}};
        return known;
    }

    std::string_view rest_;
    bool well_formed_ = true;
    std::string fault_;
    std::vector<Element> elements_;
    std::vector<std::size_t> open_;
};

}  // namespace granary::test
