using System.Collections.Immutable;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>The server lives for days: of a file it keeps what was found in it, and its documents only where a kustomization asks for them.</summary>
public sealed class RetentionTests
{
    private const string Overlay = """
        resources:
          - ../base/a.yaml
        patches:
          - patch: |-
              apiVersion: v1
              kind: Pod
              metadata: { name: plugins }
              spec: { runtimeClassName: gvisor }

        """;

    [Fact]
    public void Documents_are_kept_where_a_kustomization_asks_for_them_and_read_again_once_it_does()
    {
        using var workspace = new Workspace();
        workspace.Add("base/a.yaml", Support.Samples.Unsafe).Add("base/b.yaml", Support.Samples.Quiet).Add("over/kustomization.yaml", Overlay.Replace("a.yaml", "b.yaml", StringComparison.Ordinal));
        var run = new FolderRun(workspace.Host(Stream.Null, TextWriter.Null), workspace.Root, file: null);

        var first = run.Judge(Held(workspace, "other.yaml", string.Empty), TestContext.Current.CancellationToken);

        Assert.Equal(["base/b.yaml", "over/kustomization.yaml"], WithDocuments(first));
        Assert.Equal(["ISM1001"], Rules(first, "base/a.yaml"));

        run.Touch(new FileEvent(workspace.PathOf("over/kustomization.yaml"), ChangesFiles: false));
        var second = run.Judge(Held(workspace, "over/kustomization.yaml", Overlay), TestContext.Current.CancellationToken);

        Assert.Equal(["base/a.yaml", "over/kustomization.yaml"], WithDocuments(second));
        Assert.DoesNotContain("ISM1001", Rules(second, "base/a.yaml"));
        workspace.Add("over/kustomization.yaml", Overlay);
        Assert.Equal(
            workspace.Run("check", ".").FindingLines.Select(static line => line[..line.IndexOf('(', StringComparison.Ordinal)] + Rule(line)),
            second.Report.Findings.Select(static finding => finding.File + finding.Rule.Id));
    }

    private static ImmutableDictionary<string, OpenDocument> Held(Workspace workspace, string file, string text) =>
        ImmutableDictionary<string, OpenDocument>.Empty.Add(workspace.PathOf(file), new OpenDocument(LspClient.UriOf(workspace, file), workspace.PathOf(file), 1, new DocumentText(text)));

    private static IEnumerable<string> WithDocuments(Judgement judgement) => judgement.Session.Files.Where(static file => file.Source is not null).Select(static file => file.Path);

    private static IEnumerable<string> Rules(Judgement judgement, string file) => judgement.Report.Findings.Where(finding => finding.File == file).Select(static finding => finding.Rule.Id);

    private static string Rule(string line) => line.Substring(line.IndexOf("ISM", StringComparison.Ordinal), 7);
}
