package io.fengsui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar, killed without warning in the middle of its work. */
class KilledIT {
  private static final int SAMPLE = SampleNotices.count();
  private static final int KILLS = 3;
  private static final Path JAR = Path.of("target/fengsui.jar").toAbsolutePath();

  @TempDir
  private Path data;

  @Test
  void aReplayThatIsKilledAgainAndAgainEndsLikeOneThatWasNot() throws Exception {
    assumeTrue(Files.exists(JAR), "target/fengsui.jar is made by mvn package: skipped");
    Random random = new Random(11);
    for (int i = 0; i < KILLS; i++) {
      Process replay = start("replay", "../config/sample", "--data", data.toString());
      replay.waitFor(3_000 + random.nextInt(6_000), TimeUnit.MILLISECONDS);
      replay.destroyForcibly().waitFor();
    }
    JsonNode report = answer(start("replay", "../config/sample", "--data", data.toString()));
    assertThat(report.path("archived").asInt()).isEqualTo(SAMPLE);
    JsonNode verified = answer(start("verify"));
    assertThat(verified.path("damaged")).isEmpty();
    assertThat(verified.path("indexed").asInt()).isEqualTo(SAMPLE);
  }

  private Process start(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
        "-jar", JAR.toString());
    builder.command().addAll(java.util.List.of(arguments));
    builder.environment().put("FENGSUI_DATA", data.toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(data.resolve("answer.json").toFile()).start();
  }

  private JsonNode answer(Process process) throws Exception {
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    String answer = Files.readString(data.resolve("answer.json"));
    assertThat(process.exitValue()).as(answer).isZero();
    return JsonMapper.shared().readTree(answer);
  }
}
