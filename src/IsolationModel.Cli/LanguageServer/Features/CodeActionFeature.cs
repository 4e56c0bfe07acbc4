using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary><c>textDocument/codeAction</c>: the fixes of findings, all fixes of a kind or of a file, and suppressions.</summary>
internal sealed class CodeActionFeature
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll.isolation";

    private readonly Judgement _judgement;
    private readonly OpenDocument _document;
    private readonly ClientAbilities _client;
    private readonly List<Finding> _all;

    public CodeActionFeature(Judgement judgement, OpenDocument document, ClientAbilities client)
    {
        (_judgement, _document, _client) = (judgement, document, client);
        _all = [.. judgement.FindingsIn(document.Path)];
    }

    /// <summary>The answer.</summary>
    /// <exception cref="RequestException">The parameters cannot be followed.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public Action<Utf8JsonWriter> Answer(JsonElement parameters, CancellationToken cancellationToken)
    {
        var range = ProtocolRange.Read(parameters.At("range"));
        var only = parameters.At("context", "only").Items().Select(static kind => kind.Text()).OfType<string>().ToList();
        var asked = parameters.At("context", "diagnostics").Items().Select(static diagnostic => diagnostic.At("data", "finding").Text()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var actions = new List<Action<Utf8JsonWriter>>();
        if (_client.HasActionLiterals && Wants(only, QuickFix, isOffered: true))
        {
            var findings = _all.FindAll(finding => ProtocolRange.Of(finding.Start, finding.End).Touches(range) || (asked.Count > 0 && asked.Contains(DiagnosticWriter.KeyOf(finding))));
            AddFixes(actions, findings);
            AddSuppressions(actions, findings, cancellationToken);
        }

        // Asked for by name only: on the way to a single fix nobody looks for all of them.
        if (_client.HasActionLiterals && Wants(only, FixAll, isOffered: false) && FileFixes.Of(_judgement, _document, cancellationToken) is { Count: > 0 } edits)
        {
            actions.Add(json => WriteAction(json, "Make all fixes of isolation in this file", FixAll, [], edits, isPreferred: false));
        }

        return json =>
        {
            json.WriteStartArray();
            actions.ForEach(write => write(json));
            json.WriteEndArray();
        };
    }

    /// <summary>A kind stands for all kinds below it.</summary>
    private static bool Wants(List<string> only, string kind, bool isOffered) =>
        only.Count == 0 ? isOffered : only.Exists(wanted => kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.Length == 0);

    private void AddFixes(List<Action<Utf8JsonWriter>> actions, List<Finding> findings)
    {
        foreach (var finding in findings.Where(static finding => finding.FixTitle is not null))
        {
            actions.Add(json => WriteAction(json, finding.FixTitle!, QuickFix, [finding], finding.Edits, isPreferred: true));
        }

        foreach (var rule in findings.Where(static finding => finding.FixTitle is not null).Select(static finding => finding.Rule).DistinctBy(static rule => rule.Id).ToList())
        {
            var (same, edits) = (new List<Finding>(), new EditSet());
            foreach (var finding in _all.Where(finding => finding.FixTitle is not null && ReferenceEquals(finding.Rule, rule) && edits.TryAdd(finding.Edits)))
            {
                same.Add(finding);
            }

            if (same.Count > 1)
            {
                actions.Add(json => WriteAction(json, $"Make all {same.Count} fixes of {rule.Id} ({rule.Title}) in this file", QuickFix, same, edits.Edits, isPreferred: false));
            }
        }
    }

    private void AddSuppressions(List<Action<Utf8JsonWriter>> actions, List<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var group in findings.GroupBy(static finding => (finding.Rule.Id, finding.Start.Line)))
        {
            if (SuppressionEdit.For(group.First(), _judgement, _document, cancellationToken) is { } edit)
            {
                actions.Add(json => WriteAction(json, $"Suppress {group.Key.Id} here, with a reason to be written", QuickFix, [.. group], [edit], isPreferred: false));
            }
        }
    }

    private void WriteAction(Utf8JsonWriter json, string title, string kind, List<Finding> mended, IEnumerable<TextEdit> edits, bool isPreferred)
    {
        json.WriteStartObject();
        json.WriteString("title", HarmlessText.Of(title));
        json.WriteString("kind", kind);
        if (mended.Count > 0)
        {
            json.WriteStartArray("diagnostics");
            foreach (var finding in mended)
            {
                DiagnosticWriter.Write(json, finding, _judgement, _client);
            }

            json.WriteEndArray();
        }

        if (isPreferred)
        {
            json.WriteBoolean("isPreferred", true);
        }

        WorkspaceEditWriter.Write(json, _document, edits, _client);
        json.WriteEndObject();
    }
}
