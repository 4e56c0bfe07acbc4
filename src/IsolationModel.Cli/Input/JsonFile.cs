using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Input;

/// <summary>Reads a JSON file that the run rests on: an overlay, settings.</summary>
internal static class JsonFile
{
    /// <summary>The file's text; null where it cannot be had, which is told.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rule">The rule that tells it.</param>
    /// <param name="findings">Where it is told.</param>
    /// <param name="texts">Texts that stand in for those of files, by full path, or null.</param>
    public static string? Read(InputFile file, RuleDescriptor rule, List<Finding> findings, IReadOnlyDictionary<string, string>? texts)
    {
        if (texts is not null && texts.TryGetValue(file.FullPath!, out var held))
        {
            return held;
        }

        try
        {
            // What somebody names may be a pipe (/dev/fd/63); what was found may be one as well, and nobody would write into it.
            var length = file.IsNamed ? 0 : FileOpening.LengthOf(new FileInfo(file.FullPath!));
            if (length == 0 && !file.IsNamed)
            {
                return string.Empty;
            }

            using var stream = FileOpening.ToRead(file.FullPath!);
            using var content = BoundedReader.Read(stream, length, Descriptors.DescriptorLimits.FileSize, CancellationToken.None);
            if (content.IsTooLarge)
            {
                Report(LineMap.Empty, default, $"the file is larger than {Descriptors.DescriptorLimits.FileSize / 1024 / 1024} MiB, so it is not read");
                return null;
            }

            var text = TextDecoder.Decode(content.Bytes, content.Count, out var invalidAt);
            if (text is null)
            {
                var before = TextDecoder.DecodeLeniently(content.Bytes, invalidAt);
                Report(new LineMap(before), new TextRange(before.Length, 0), "the file holds a byte that is not UTF-8; save it as UTF-8");
            }

            return text;
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            Report(LineMap.Empty, default, $"the file could not be read: {FileFailure.Reason(error)}");
            return null;
        }

        void Report(LineMap lines, TextRange range, string message) => findings.Add(Finding.At(rule, rule.DefaultSeverity, file.DisplayPath, lines, range, message));
    }
}
