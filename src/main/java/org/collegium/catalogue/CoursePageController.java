package org.collegium.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.UnitTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of a course and its open lessons. */
@Controller
class CoursePageController {

    private final CoursePages pages;
    private final UnitTexts texts;

    CoursePageController(CoursePages pages, UnitTexts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping("/courses/{partner}/{course}")
    String course(
            @PathVariable String partner, @PathVariable String course, Model model, HttpServletResponse response) {
        Optional<CoursePage> page = pages.find(partner, course);
        if (page.isEmpty()) {
            return left(partner, course, model, response);
        }
        model.addAttribute("page", page.get());
        PublicPages.mayBeKept(response);
        return "catalogue/course";
    }

    @GetMapping("/courses/{partner}/{course}/sample/{unit}")
    String sample(
            @PathVariable String partner,
            @PathVariable String course,
            @PathVariable String unit,
            Model model,
            HttpServletResponse response) {
        Optional<CoursePage> found = pages.find(partner, course);
        if (found.isEmpty()) {
            return left(partner, course, model, response);
        }
        CoursePage page = found.get();
        CourseUnit open =
                page.version().manifest().unit(unit).filter(page::isSample).orElseThrow(CoursePageController::nowhere);
        RenderedText text = texts.text(
                page.version().manifest(),
                open,
                "sample/" + page.version().id(),
                other -> page.isSample(other) ? Optional.of(page.address(other)) : Optional.empty());
        model.addAttribute("page", page);
        model.addAttribute("unit", open);
        model.addAttribute("text", text.html());
        PublicPages.mayBeKept(response);
        return "catalogue/lesson";
    }

    /** Addresses of courses are in mails, on certificates and on other sites when the courses are not there any more. */
    private String left(String partner, String course, Model model, HttpServletResponse response) {
        model.addAttribute("left", pages.left(partner, course).orElseThrow(CoursePageController::nowhere));
        response.setStatus(HttpStatus.GONE.value());
        return "catalogue/retired";
    }

    private static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
