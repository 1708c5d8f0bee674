package org.collegium.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every view: top bar, the navigation of the space one is in (a drawer or in the bar), tab bar on a
 * phone. It knows no module; {@link SpaceEntry} and {@link HeaderSlot} beans fill it.
 */
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String CONTENT = "main";

    private final transient Frame frame;
    private final TopBar bar;
    private final Span spaceName = new Span();
    private final SpaceNavigation drawerEntries;
    private final Aside drawer = new Aside();
    private final Main main = new Main();
    private final Div column = new Div();
    private final SpaceNavigation tabs;
    private boolean opened;

    public MainLayout(Frame frame, List<HeaderSlot> slots, AuthenticationContext authentication) {
        this.frame = frame;
        bar = new TopBar(frame, slots, authentication::logout);
        drawerEntries = new SpaceNavigation(frame, "c-drawer-entries", true);
        tabs = new SpaceNavigation(frame, "c-tabbar", true);
        Anchor skip = new Anchor("#" + CONTENT, getTranslation("shared.skip"));
        skip.addClassName("c-skip");
        skip.setRouterIgnore(true);
        spaceName.addClassName("c-drawer-title");
        drawer.addClassName("c-drawer");
        drawer.add(spaceName, drawerEntries);
        column.addClassName("c-column");
        main.setId(CONTENT);
        main.addClassName("c-main");
        main.getElement().setAttribute("tabindex", "-1");
        main.add(column);
        Div middle = new Div(drawer, main);
        middle.addClassName("c-middle");
        addClassName("c-frame");
        add(skip, bar, notices(), middle, tabs);
    }

    private Div notices() {
        Div notices = new Div();
        notices.addClassName("c-frame-notices");
        for (FrameNotice.Notice notice : frame.notices()) {
            Div line = new Div(
                    new Span(getTranslation(notice.text())),
                    new Anchor(notice.path(), getTranslation(notice.action())));
            notices.add(line);
        }
        notices.setVisible(notices.getComponentCount() > 0);
        return notices;
    }

    /** Vaadin adds its connection indicator outside of all landmarks; as a status it need not be inside one. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        column.getElement().removeAllChildren();
        if (content != null) {
            column.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String place = "/" + event.getLocation().getPath();
        Space space = frame.spaceOf(place);
        bar.show(space, place);
        drawer.setVisible(space.drawer());
        spaceName.setText(getTranslation(space.label()));
        drawer.getElement().setAttribute("aria-label", getTranslation(space.label()));
        drawerEntries.show(space, place);
        tabs.show(frame.tabs(space), space, place);
        tabs.setVisible(tabs.getComponentCount() > 0);
        if (opened) {
            main.getElement().executeJs("this.focus({preventScroll: true})");
        }
        opened = true;
    }
}
