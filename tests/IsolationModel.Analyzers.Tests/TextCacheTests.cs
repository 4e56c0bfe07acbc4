using System.Text;
using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis.Text;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>An editor asks again at each key stroke: what did not change is not read again.</summary>
public sealed class TextCacheTests
{
    private static readonly SourceText Text = SourceText.From(Pod("isolationmodel.dev/level: high"), Encoding.UTF8);

    [Fact]
    public void A_text_is_read_once_also_by_other_runs()
    {
        var first = Read(new InertContext(), "/a.yaml", Text);
        Assert.Same(first, Read(new InertContext(), "/a.yaml", Text));
        Assert.Single(first.Workloads);
    }

    [Fact]
    public void Each_path_of_a_text_and_each_text_of_a_path_is_read()
    {
        var context = new InertContext();
        var first = Read(context, "/a.yaml", Text);
        var linked = Read(context, "/b.yaml", Text);
        Assert.Equal(("/a.yaml", "/b.yaml"), (first.Path, linked.Path));
        var changed = Read(context, "/a.yaml", Text.WithChanges(new TextChange(new TextSpan(0, 0), "# later\n")));
        Assert.NotSame(first, changed);
        Assert.Equal(first.Workloads[0].Range.Start + 8, changed.Workloads[0].Range.Start);
    }

    [Fact]
    public void A_stopped_reading_is_not_kept()
    {
        var text = SourceText.From(Text.ToString(), Encoding.UTF8);
        var cache = new TextCache(new InertContext());
        Assert.ThrowsAny<OperationCanceledException>(() => cache.Read("/a.yaml", text, DescriptorExpectation.Expected, keepsDocuments: false, new CancellationToken(canceled: true)));
        Assert.Single(cache.Read("/a.yaml", text, DescriptorExpectation.Expected, keepsDocuments: false, CancellationToken.None).Workloads);
    }

    [Fact]
    public void The_built_in_model_is_made_once() => Assert.Same(Model([]), Model([]));

    [Fact]
    public void A_model_with_overlays_is_made_again_only_when_one_of_them_changes()
    {
        var first = SourceText.From(Overlay("\"nodes\": { \"seccompDefault\": true }"), Encoding.UTF8);
        var second = SourceText.From(Overlay("\"nodes\": { \"hostUdsNone\": true }").Replace("contoso", "fabrikam", StringComparison.Ordinal), Encoding.UTF8);
        var model = Model([("/a.isolation.json", first), ("/b.isolation.json", second)]);
        Assert.True(model.DeclaredFact("seccompDefault"));
        Assert.Same(model, Model([("/a.isolation.json", first), ("/b.isolation.json", second)]));
        var changed = Model([("/a.isolation.json", first)]);
        Assert.NotSame(model, changed);
        Assert.Null(changed.DeclaredFact("hostUdsNone"));
    }

    private static Workloads.DescriptorFile Read(InertContext context, string path, SourceText text) =>
        new TextCache(context).Read(path, text, DescriptorExpectation.Expected, keepsDocuments: false, CancellationToken.None);

    private static Evaluation.ModelIndex Model(IReadOnlyList<(string Path, SourceText Text)> overlays) => new TextCache(new InertContext()).Model(overlays);
}
