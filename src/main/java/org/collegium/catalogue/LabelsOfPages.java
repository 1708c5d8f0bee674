package org.collegium.catalogue;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the pages of the catalogue the model attribute {@code labels}. */
@ControllerAdvice(basePackageClasses = LabelsOfPages.class)
class LabelsOfPages {

    private final CatalogueLabels labels;

    LabelsOfPages(CatalogueLabels labels) {
        this.labels = labels;
    }

    @ModelAttribute("labels")
    CatalogueLabels labels() {
        return labels;
    }
}
