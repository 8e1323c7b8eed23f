#include "every_header.hpp"

int answer_of_the_other_unit();

int answer_of_the_other_unit() {
    return 1;
}
