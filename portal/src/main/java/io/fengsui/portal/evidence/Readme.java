package io.fengsui.portal.evidence;

import io.fengsui.crawler.store.Revision;
import java.util.List;

/** Says what is in a bundle and how to check it, in Chinese and in English. */
final class Readme {
  private Readme() {}

  static String of(List<Revision> revisions, String terms, List<String> absent) {
    var notice = revisions.getFirst().notice();
    return """
        证据包 / Evidence bundle
        ========================

        %s
        %s / %s
        %s

        如何核验
        --------
        1. 解压后在本目录运行：sha256sum -c SHA256SUMS
           每个文件都应显示 OK。
        2. payloads/ 中每个文件的 SHA-256 应与 notice.json 中同编号采集记录的 sha256 相同，
           也与 evidence.warc.gz 中 WARC-Payload-Digest 相同。
        3. evidence.warc.gz 是 WARC 1.1（ISO 28500）文件，可用任何 WARC 工具读取。

        内容
        ----
        notice.json        通报全文、每个版本及其差异；cause 为 publisher 表示发布机构所改，
                           reread 表示读取规则修正后对旧采集的重新读取
        evidence.warc.gz   发布机构的原始响应（及请求），按采集时保存，仅去除传输与内容编码
        headers/           响应头
        payloads/          响应正文，逐字节
        SHA256SUMS         本目录各文件的 SHA-256

        How to check it
        ---------------
        1. Unpack, and run in this folder: sha256sum -c SHA256SUMS
           Every file must be OK.
        2. The SHA-256 of each file in payloads/ is the sha256 of the capture with the same number in
           notice.json, and the WARC-Payload-Digest in evidence.warc.gz.
        3. evidence.warc.gz is a WARC 1.1 file (ISO 28500), which any WARC tool reads.

        What is what
        ------------
        notice.json        the notice, each of its revisions and what differs; the cause publisher means that
                           the publisher changed it, reread that a corrected reader read an older capture again
        evidence.warc.gz   the publisher's responses (and what was asked) as they were captured, without
                           transfer and content coding
        headers/           the headers of the responses
        payloads/          the bodies of the responses, byte by byte
        SHA256SUMS         the SHA-256 of each of these files
        %s""".formatted(line(notice.title()), notice.id().source(), line(notice.id().reference()), terms,
        absent.isEmpty() ? "" : "\n未包含 / Not included\n----------------------\n" + String.join("\n", absent) + "\n");
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
