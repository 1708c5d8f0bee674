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
        model.addAttribute("page", existing(partner, course));
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
        CoursePage page = existing(partner, course);
        CourseUnit open = page.version()
                .manifest()
                .unit(unit)
                .filter(page::isSample)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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

    private CoursePage existing(String partner, String course) {
        return pages.find(partner, course).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
