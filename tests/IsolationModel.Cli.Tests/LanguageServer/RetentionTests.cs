using System.Collections.Immutable;
using IsolationModel.Cli.Input;
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
        AssertAsChecked(workspace, second);
    }

    /// <summary>It is stopped after it was found out whose documents are asked for, and before they are read.</summary>
    [Fact]
    public void A_judgement_that_is_stopped_while_documents_are_read_is_made_up_for_by_the_next_one()
    {
        using var workspace = new Workspace();
        workspace.Add("base/a.yaml", Support.Samples.Unsafe).Add("base/b.yaml", Support.Samples.Quiet).Add("over/kustomization.yaml", Overlay.Replace("a.yaml", "b.yaml", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        var stopsAt = string.Empty;
        var host = workspace.Host(Stream.Null, TextWriter.Null) with
        {
            OpenFile = path =>
            {
                if (path == stopsAt)
                {
                    stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                }

                return FileOpening.ToRead(path);
            },
        };
        var run = new FolderRun(host, workspace.Root, file: null);
        run.Judge(ImmutableDictionary<string, OpenDocument>.Empty, TestContext.Current.CancellationToken);

        workspace.Add("over/kustomization.yaml", Overlay);
        run.Touch(new FileEvent(workspace.PathOf("over/kustomization.yaml"), ChangesFiles: false));
        stopsAt = workspace.PathOf("base/a.yaml");
        Assert.ThrowsAny<OperationCanceledException>(() => run.Judge(ImmutableDictionary<string, OpenDocument>.Empty, stop.Token));
        stopsAt = string.Empty;
        var judged = run.Judge(ImmutableDictionary<string, OpenDocument>.Empty, TestContext.Current.CancellationToken);

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(["base/a.yaml", "over/kustomization.yaml"], WithDocuments(judged));
        AssertAsChecked(workspace, judged);
    }

    private static void AssertAsChecked(Workspace workspace, Judgement judged) => Assert.Equal(
        workspace.Run("check", ".").FindingLines.Select(static line => line[..line.IndexOf('(', StringComparison.Ordinal)] + Rule(line)),
        judged.Report.Findings.Select(static finding => finding.File + finding.Rule.Id));

    private static ImmutableDictionary<string, OpenDocument> Held(Workspace workspace, string file, string text) =>
        ImmutableDictionary<string, OpenDocument>.Empty.Add(workspace.PathOf(file), new OpenDocument(LspClient.UriOf(workspace, file), workspace.PathOf(file), 1, new DocumentText(text)));

    private static IEnumerable<string> WithDocuments(Judgement judgement) => judgement.Session.Files.Where(static file => file.Source is not null).Select(static file => file.Path);

    private static IEnumerable<string> Rules(Judgement judgement, string file) => judgement.Report.Findings.Where(finding => finding.File == file).Select(static finding => finding.Rule.Id);

    private static string Rule(string line) => line.Substring(line.IndexOf("ISM", StringComparison.Ordinal), 7);
}
