using System.Globalization;
using IsolationModel.Cli.Fixing;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>One run of <c>isolation fix</c>: find, read, judge, mend, write, tell.</summary>
internal static class FixRun
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; then nothing was written, or whole files.</exception>
    public static int Execute(FixOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var session = DescriptorSession.Open(options.Run, host, cancellationToken);
        if (session.Loaded.HasErrors)
        {
            // What a broken model says of a file is no ground for changing it.
            throw new UsageException(string.Join('\n', session.Loaded.Findings.Select(static finding => FindingLine.Of(finding)).Append("the model or the settings have mistakes, so nothing was changed")));
        }

        using var prompt = options.IsInteractive ? new FixPrompt(host) : null;
        var outcome = new FixSession(session, id => options.Rules.Count == 0 || options.Rules.Contains(id), prompt).Run(cancellationToken);
        var failures = options.Writes ? Save(outcome, cancellationToken) : [];
        if (options.IsDryRun)
        {
            failures = WritePatch(outcome, host);
        }

        using (var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" })
        {
            Tell(outcome, failures, options, page);
            Show(page.ToString(), options, host);
        }

        return failures.Count > 0 || !outcome.HasEnded ? ExitCode.Failure
            : options.IsCheck && outcome.Changed.Count > 0 ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static List<(string File, string Message)> Save(FixOutcome outcome, CancellationToken cancellationToken)
    {
        var failures = new List<(string File, string Message)>();
        foreach (var draft in outcome.Changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (draft.Save() is { } why)
            {
                failures.Add((draft.File.DisplayPath, $"'{draft.File.DisplayPath}' was not changed: {why}"));
            }
        }

        return failures;
    }

    private static List<(string File, string Message)> WritePatch(FixOutcome outcome, ToolHost host)
    {
        var failures = new List<(string File, string Message)>();
        using var writer = new StreamWriter(host.Output, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var draft in outcome.Changed)
        {
            if (!draft.FitsPatch)
            {
                failures.Add((draft.File.DisplayPath, $"'{draft.File.DisplayPath}' is not in the patch: it is UTF-16, which is no text to git; without --dry-run it is changed"));
                continue;
            }

            foreach (var line in draft.Diff)
            {
                // On a terminal nobody applies it, so that nothing in it may reach the terminal itself.
                writer.WriteLine(host.Width is null ? line : HarmlessText.Of(line.TrimEnd('\r')));
            }
        }

        return failures;
    }

    private static void Tell(FixOutcome outcome, List<(string File, string Message)> failures, FixOptions options, StringWriter page)
    {
        // A fix in a file that could not be written is none.
        var unwritten = options.Writes ? failures.Select(static failure => failure.File).ToHashSet(StringComparer.Ordinal) : [];
        var applied = outcome.Applied.Where(finding => !unwritten.Contains(finding.File)).ToList();
        var left = outcome.Left.Concat(outcome.Applied.Where(finding => unwritten.Contains(finding.File)).Select(static finding => (finding, $"'{finding.File}' was not changed"))).ToList();
        foreach (var finding in applied)
        {
            page.WriteLine($"{FindingLine.Place(finding.File, finding.Start.Line, finding.Start.Column)}: {(options.Writes ? "fixed" : "would fix")} {finding.Rule.Id}: {HarmlessText.Of(finding.FixTitle!)}");
        }

        foreach (var (_, message) in failures)
        {
            page.WriteLine(HarmlessText.Of(message));
        }

        if (!outcome.HasEnded)
        {
            page.WriteLine("the fixes did not come to an end; run it again, and report it if that changes nothing");
        }

        var written = outcome.Changed.Count - unwritten.Count;
        page.WriteLine($"{Words.Count(applied.Count, "finding", "findings")} {(options.Writes ? "fixed" : "would be fixed")} in {Words.Count(written, "file", "files")}, {Words.Count(left.Count, "finding is", "findings are")} left");
        foreach (var (rule, why, count) in Grouped(left))
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {count} {rule.Id} {rule.Name}: {HarmlessText.Of(why)}"));
        }
    }

    private static IEnumerable<(RuleDescriptor Rule, string Why, int Count)> Grouped(IReadOnlyList<(Finding Finding, string Why)> left) => left
        .GroupBy(static entry => (entry.Finding.Rule, entry.Why))
        .OrderBy(static group => group.Key.Rule.Id, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Why, StringComparer.Ordinal)
        .Select(static group => (group.Key.Rule, group.Key.Why, group.Count()));

    /// <summary>Standard output belongs to the patch where there is one.</summary>
    private static void Show(string text, FixOptions options, ToolHost host)
    {
        if (options.IsDryRun)
        {
            host.Error.Write(text);
            return;
        }

        using var writer = new StreamWriter(host.Output, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.Write(text);
    }
}
