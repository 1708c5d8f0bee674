package org.collegium.browser.catalogue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The catalogue as one sees it. */
final class CatalogueOnScreen {

    private final Page page;

    CatalogueOnScreen(Page page) {
        this.page = page;
    }

    Locator searchField() {
        return page.getByLabel("Search courses");
    }

    Locator count() {
        return page.locator("#count");
    }

    Locator titles() {
        return page.locator(".cat-card h3");
    }

    Locator filter(String name) {
        return page.locator("details.cat-facet", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    void choose(String filter, String value) {
        filter(filter).locator("summary").click();
        filter(filter)
                .locator("label.c-chip", new Locator.LocatorOptions().setHasText(value))
                .click();
    }

    Locator takeAway(String value) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove the filter " + value));
    }
}
