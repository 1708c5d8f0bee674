package org.collegium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.collegium.browser.Screens.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes a picture of every screen at two widths in both schemes, for people to look at: {@code target/look/}. */
@Tag("look")
class LookIT {

    private static final Path FOLDER = Path.of("target", "look");

    static List<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenHasItsPicture(Screen screen) throws IOException {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        Files.createDirectories(FOLDER);
        for (int width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            try (Visitor visitor = Visitor.at(application, width, ColorScheme.LIGHT)) {
                if (screen.person() != null) {
                    visitor.signInAs(screen.person());
                }
                visitor.open(screen.path());
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    Path picture = FOLDER.resolve(
                            screen.name() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
                    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
                    Assertions.assertThat(picture).isNotEmptyFile();
                }
            }
        }
    }
}
