#pragma once
/// The parts of a JSON Schema (draft 2020-12).

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "granary/write/json.hpp"

namespace granary::schema {

/// "number", "integer", "string", "boolean" with what the value means.
inline JsonObject typed(std::string_view type, std::string_view description) {
    return JsonObject().add("type", type).add("description", description);
}

/// The same, or null where there is no value.
inline JsonObject typed_or_null(std::string_view type, std::string_view description) {
    return JsonObject()
        .add("type", JsonArray().add(type).add("null"))
        .add("description", description);
}

/// One text and no other.
inline JsonObject exactly(std::string_view text) {
    return JsonObject().add("const", text);
}

/// One of these texts.
inline JsonObject one_of_texts(std::initializer_list<std::string_view> texts,
                               std::string_view description) {
    return JsonObject().add("enum", json_list(texts)).add("description", description);
}

/// A list whose items are all of one form.
inline JsonObject list_of(const Json& items, std::string_view description) {
    return typed("array", description).add("items", items);
}

/// Exactly one of these forms.
inline JsonObject one_of(std::initializer_list<Json> forms) {
    return JsonObject().add("oneOf", json_list(forms));
}

/// The schema called `name` under "$defs".
inline JsonObject defined(std::string_view name) {
    return JsonObject().add("$ref", "#/$defs/" + std::string(name));
}

/// An object that may hold the named keys and no other.
class Object {
  public:
    Object() = default;
    explicit Object(std::string_view description) : description_(description) {}

    /// A key that is always there.
    Object& needed(std::string_view key, const Json& value) {
        required_.add(key);
        return optional(key, value);
    }
    /// A key that may be left out.
    Object& optional(std::string_view key, const Json& value) {
        properties_.add(key, value);
        return *this;
    }

    /// The schema of the object.
    JsonObject json() const {
        JsonObject object;
        if (!description_.empty()) object.add("description", description_);
        return object.add("type", "object")
            .add("properties", properties_)
            .add("required", required_)
            .add("additionalProperties", false);
    }
    /// The same as a value.
    operator Json() const { return json(); }  // NOLINT(google-explicit-constructor)

  private:
    std::string description_;
    JsonObject properties_;
    JsonArray required_;
};

/// An object schema as a document of its own, with the definitions that it refers to. It has no
/// "$id": it is found where it lies.
inline JsonObject document(std::string_view title, const Object& object, const Json& definitions) {
    return JsonObject()
        .add("$schema", "https://json-schema.org/draft/2020-12/schema")
        .add("title", title)
        .add_all(object.json())
        .add("$defs", definitions);
}

}  // namespace granary::schema
