package io.fengsui.portal.command;

import io.fengsui.portal.wiring.Gathering;
import io.fengsui.portal.wiring.Parts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays recordings into the archive and the index. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
    "Plays every recording in a folder into the archive and the index, without the network, and exits.",
    "Killed at any point and started again, it ends with the same archive and index."})
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "folder of WARC files, or of plain files with a recordings.yaml")
  private Path folder = Path.of("");

  @Option(names = "--data", paramLabel = "DIR", description = "data folder; default: as configured")
  private @Nullable Path data;

  @Option(names = "--source", paramLabel = "ID", description = "only these sources; may be given several times")
  private List<String> sources = List.of();

  @Override
  public Integer call() {
    Map<String, Object> overrides = new HashMap<>(Map.of("fengsui.fetch.replay", folder.toAbsolutePath().toString()));
    if (data != null)
      overrides.put("fengsui.data", data.toAbsolutePath().toString());
    try (Parts parts = Parts.of(overrides)) {
      parts.database().start();
      parts.engine().start();
      var report = new Gathering(parts).replay(sources);
      Answer.print(report);
      return 0;
    }
  }
}
