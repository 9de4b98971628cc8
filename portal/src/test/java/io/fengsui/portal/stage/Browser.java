package io.fengsui.portal.stage;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium as installed on the machine; nothing is downloaded. */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  public Browser() {
    playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  public static boolean present() {
    return Files.isExecutable(CHROMIUM);
  }

  public Page open(String locale, int width, boolean dark, boolean script) {
    BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
        .setLocale(locale).setTimezoneId("Asia/Shanghai").setViewportSize(width, width < 800 ? 844 : 1000)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT).setJavaScriptEnabled(script));
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
