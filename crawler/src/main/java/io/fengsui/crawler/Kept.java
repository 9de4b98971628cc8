package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;

/** A response that is written down; registered in the archive with the first notice of it. For one thread. */
final class Kept {
  private Capture capture;
  private boolean registered;

  Kept(Capture capture) {
    this.capture = capture;
  }

  Capture capture() {
    return capture;
  }

  boolean isRegistered() {
    return registered;
  }

  void registered(Capture now) {
    capture = now;
    registered = true;
  }
}
