#include "every_header.hpp"

int answer_of_the_other_unit();

int main() {
    return answer_of_the_other_unit() == 1 ? 0 : 1;
}
