using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>All fixes of one file, as <c>isolation fix</c> makes them: those that do not touch each other, then those of what is found after that.</summary>
internal static class FileFixes
{
    /// <summary>A save waits for it.</summary>
    private const int MostRounds = 8;

    /// <summary>The edits of the document as it is; none where there is nothing to mend.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static IReadOnlyList<TextEdit> Of(Judgement judgement, OpenDocument document, CancellationToken cancellationToken)
    {
        var inputs = judgement.Session.Input.Inputs;
        var index = inputs.Files.ToList().FindIndex(input => string.Equals(input.FullPath, document.Path, StringComparison.Ordinal));
        if (index < 0 || judgement.Session.Loaded.HasErrors)
        {
            // What a broken model says of a file is no ground for changing it.
            return [];
        }

        var shown = inputs.Files[index].DisplayPath;
        var files = (DescriptorFile[])judgement.Session.Input.Files.Clone();
        var (all, text) = (new EditSet(), document.Content.Text);
        IEnumerable<Finding> findings = judgement.FindingsIn(document.Path);

        // What a baseline hides is not mended along, and only the first round is seen against it.
        for (var round = 0; round < (judgement.Report.Baseline is null ? MostRounds : 1); round++)
        {
            var edits = new EditSet();
            foreach (var finding in findings.Where(static finding => finding.FixTitle is not null))
            {
                edits.TryAdd(finding.Edits);
            }

            if (edits.Edits.Count == 0)
            {
                break;
            }

            text = edits.Apply(text);
            all = all.Then(edits);
            files[index] = DescriptorLoader.Read(inputs, inputs.Files[index], text, cancellationToken);
            findings = [.. judgement.Session.Judge(files, cancellationToken).Findings.Where(finding => string.Equals(finding.File, shown, StringComparison.Ordinal))];
        }

        return all.Edits;
    }
}
