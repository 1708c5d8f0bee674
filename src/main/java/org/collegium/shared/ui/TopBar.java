package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The bar on top of every view: mark, spaces, search, tools, person. Mirrors {@code templates/fragments/frame.html}. */
final class TopBar extends Header {

    private final transient Frame frame;
    private final Div spaces = new Div();
    private final SpaceNavigation navigation;

    TopBar(Frame frame, List<HeaderSlot> slots, Runnable signOut) {
        this.frame = frame;
        this.navigation = new SpaceNavigation(frame, "c-nav", false);
        addClassName("c-header");
        Div tools = new Div(languages(), new SchemeSwitch());
        tools.addClassName("c-header-tools");
        slots.stream().sorted(Comparator.comparingInt(HeaderSlot::order)).forEach(slot -> tools.add(slot.create()));
        tools.add(person(signOut));
        add(brand(), spaces, navigation, search(), tools);
    }

    void show(Space space, String place) {
        spaces.removeAll();
        List<SpaceEntry> open = frame.spaces();
        if (open.size() > 1) {
            spaces.add(spaceSwitch(open, space));
        }
        spaces.setVisible(open.size() > 1);
        navigation.setVisible(!space.drawer());
        navigation.show(space, place);
    }

    private Component brand() {
        Anchor brand = new Anchor("/", new Drawing(Mark.SVG), new Span(getTranslation("shared.name")));
        brand.addClassNames("c-brandmark", "c-brandmark-home");
        brand.setRouterIgnore(true);
        return brand;
    }

    private Component spaceSwitch(List<SpaceEntry> open, Space current) {
        Div panel = menuPanel();
        for (SpaceEntry entry : open) {
            Anchor link = menuLink(entry.path(), getTranslation(entry.space().label()));
            link.setRouterIgnore(entry.page());
            if (entry.space() == current) {
                link.getElement().setAttribute("aria-current", "true");
            }
            panel.add(link);
        }
        return menu("c-space-switch", panel, new Span(getTranslation(current.label())), Glyph.CHEVRON_DOWN.create());
    }

    private Component search() {
        Element form = new Element("form");
        form.setAttribute("action", "/").setAttribute("method", "get").setAttribute("role", "search");
        form.getClassList().add("c-header-search");
        Element field = new Element("input");
        field.setAttribute("class", "c-field").setAttribute("type", "search").setAttribute("name", "q");
        field.setAttribute("data-search-field", true).setAttribute("autocomplete", "off");
        field.setAttribute("placeholder", getTranslation("shared.search.placeholder"));
        field.setAttribute("aria-label", getTranslation("shared.search.label"));
        Element key = new Element("kbd").setText("/");
        key.setAttribute("aria-hidden", "true");
        form.appendChild(Glyph.SEARCH.create().getElement(), field, key);
        Div holder = new Div();
        holder.addClassName("c-header-search-holder");
        holder.getElement().appendChild(form);
        return holder;
    }

    private Component languages() {
        Div panel = menuPanel();
        for (Locale language : frame.languages()) {
            Anchor link = menuLink("/language?to=" + language.toLanguageTag(), language.getDisplayLanguage(language));
            link.setRouterIgnore(true);
            link.getElement().setAttribute("lang", language.toLanguageTag());
            panel.add(link);
        }
        Component menu = menu("c-wide-only", panel, tool(Glyph.LANGUAGES, "shared.language"));
        menu.setVisible(frame.languages().size() > 1);
        return menu;
    }

    private Component person(Runnable signOut) {
        return frame.person().map(person -> personMenu(person, signOut)).orElseGet(() -> {
            Anchor signIn = new Anchor("/sign-in", getTranslation("shared.sign-in"));
            signIn.addClassNames("c-button", "c-button-primary");
            signIn.setRouterIgnore(true);
            return signIn;
        });
    }

    private Component personMenu(PersonInFrame.Person person, Runnable signOut) {
        Span initials = new Span(person.initials());
        initials.addClassNames("c-initials", "c-initials-round");
        initials.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation("shared.person", person.name()));
        name.addClassName("c-hidden");
        Div who = new Div(new Span(person.name()), new Span(person.email()));
        who.addClassName("c-menu-person");
        NativeButton leave = new NativeButton(getTranslation("shared.sign-out"), click -> signOut.run());
        leave.addClassName("c-menu-item");
        leave.addComponentAsFirst(Glyph.LOG_OUT.create());
        Anchor account = menuLink("/account", getTranslation("shared.account"));
        account.addComponentAsFirst(Glyph.USER.create());
        Div panel = menuPanel();
        panel.add(who, account, leave);
        return menu("c-person", panel, initials, name);
    }

    private Component tool(Glyph glyph, String label) {
        Span tool = new Span(glyph.create());
        tool.addClassName("c-tool");
        Span name = new Span(getTranslation(label));
        name.addClassName("c-hidden");
        tool.add(name);
        return tool;
    }

    private static Component menu(String className, Div panel, Component... summary) {
        NativeDetails menu = new NativeDetails();
        menu.addClassNames("c-menu", className);
        menu.setSummary(summary);
        menu.setContent(panel);
        return menu;
    }

    private static Div menuPanel() {
        Div panel = new Div();
        panel.addClassName("c-menu-panel");
        return panel;
    }

    private static Anchor menuLink(String path, String text) {
        Anchor link = new Anchor(path, new Span(text));
        link.addClassName("c-menu-item");
        return link;
    }
}
