using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests;

/// <summary>
/// Each kind of edit, and every step that the run after it did not take from the cache as a whole, with the reasons of all of its results.
/// <c>Units</c> are what files are written from; <c>Outputs</c> are the files and findings that the compilation gets.
/// </summary>
public sealed class CachingTableTests
{
    private const string Nothing = "";

    private static readonly OverlayText Overlay = new("/shop/contoso.isolation.json", Samples.Contoso);
    private static readonly OverlayText Team = new("/shop/team.isolation.json", """{ "formatVersion": "1.0", "model": { "id": "team", "version": "1.0.0", "extends": { "contoso": "^1.0" } } }""");
    private static readonly OverlayText Descriptor = new("/shop/deploy/api.yaml", "apiVersion: v1\nkind: Pod\n");
    private static readonly OverlayText Settings = new("/shop/isolation.json", "{ \"level\": \"high\" }");

    private static readonly (string Name, Func<TestProject, TestProject> Apply, string Expected)[] Edits =
    [
        ("nothing", static project => project, Nothing),
        ("C#: white space", static project => project.EditCSharp("class Program  { static void Main() { } }"), Nothing),
        ("C#: comment", static project => project.EditCSharp("class Program { static void Main() { } } // edited"), Nothing),
        ("C#: meaning", static project => project.EditCSharp("class Program { static int Main() => 1; }"), Nothing),
        ("C#: syntax error", static project => project.EditCSharp("class Program { static int"), Nothing),
        ("C#: file added", static project => project.AddCSharp("class Other { }", "Other.cs"), Nothing),
        ("C#: file removed", static project => project.RemoveCSharp(), Nothing),
        ("reference added", static project => project.AddReference(), Nothing),
        ("descriptor edited", static project => project.Replace(Descriptor, new OverlayText(Descriptor.Path, "kind: Pod\n")), Nothing),
        ("descriptor added", static project => project.Add(new OverlayText("/shop/deploy/more.yaml", "kind: Pod\n")), Nothing),
        ("descriptor removed", static project => project.Remove(Descriptor), Nothing),
        ("descriptor renamed", static project => project.Replace(Descriptor, new OverlayText("/shop/deploy/web.yaml", "apiVersion: v1\nkind: Pod\n")), Nothing),
        ("overlay: white space", static project => project.Replace(Overlay, new OverlayText(Overlay.Path, Samples.Contoso + "\n")), "Files=Cached+Modified Reading=Unchanged"),
        ("overlay: line ends", static project => project.Replace(Overlay, new OverlayText(Overlay.Path, Samples.Contoso.ReplaceLineEndings("\r\n"))), "Files=Cached+Modified Reading=Unchanged"),
        ("overlay: one value", static project => project.Replace(Overlay, Overlay.Replaced("80 ms", "90 ms")), "Files=Cached+Modified Reading=Modified Model=Modified Units=Modified+Unchanged Outputs=Cached+Modified+Unchanged"),
        ("overlay: syntax error", static project => project.Replace(Overlay, new OverlayText(Overlay.Path, Samples.Contoso + "}")), "Files=Cached+Modified Reading=Modified Model=Unchanged Outputs=Cached+Modified"),
        ("overlay: unreadable", static project => project.Replace(Overlay, new OverlayText(Overlay.Path, null)), "Files=Cached+Modified Reading=Modified Model=Modified Units=Modified+Removed+Unchanged Outputs=Cached+Modified+Removed"),
        ("overlay: added", static project => project.Add(new OverlayText("/shop/more.isolation.json", """{ "formatVersion": "1.0", "model": { "id": "more", "version": "1.0.0", "extends": { "team": "^1.0" } } }""")), "Files=Cached+New Reading=Modified Model=Modified Units=Modified Outputs=Cached+Modified+Unchanged"),
        ("overlay: removed", static project => project.Remove(Team), "Files=Cached+Removed Reading=Modified Model=Modified Units=Modified Outputs=Cached+Modified+Unchanged"),
        ("overlay: renamed", static project => project.Replace(Overlay, new OverlayText("/shop/store.isolation.json", Samples.Contoso)), "Files=Cached+Modified Reading=Unchanged"),
        ("settings: white space", static project => project.Replace(Settings, new OverlayText(Settings.Path, "{ \"level\": \"high\" }\n")), "Files=Cached+Modified"),
        ("settings: one value", static project => project.Replace(Settings, new OverlayText(Settings.Path, "{ \"level\": \"medium\" }")), "Files=Cached+Modified"),
        ("settings: removed", static project => project.Remove(Settings), "Files=Cached+Removed"),
        ("property: one that means nothing here", static project => project.Set(ProjectOptions.Of(("RootNamespace", "Shop"), ("IsolationLevel", "high"))), "Files=Unchanged Options=Unchanged"),
        ("property: namespace", static project => project.Set(ProjectOptions.Of(("RootNamespace", "Store"))), "Files=Unchanged Options=Modified Units=Modified Outputs=Cached+Modified"),
        ("language: same means", static project => project.Set(LanguageVersion.CSharp10), "Options=Unchanged"),
        ("language: fewer means", static project => project.Set(LanguageVersion.CSharp7_3), "Options=Modified Units=Modified Outputs=Cached+Modified"),
    ];

    public static TheoryData<string> Names => [.. Edits.Select(static edit => edit.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_edit_runs_what_it_must_and_no_more(string name)
    {
        var (_, apply, expected) = Edits.Single(edit => edit.Name == name);
        var project = new TestProject([Overlay, Team, Descriptor, Settings], parse: new CSharpParseOptions(LanguageVersion.CSharp9));
        project.Run();

        var result = apply(project).Run();

        (string Label, IEnumerable<IncrementalStepRunReason> Reasons)[] steps =
        [
            ("Files", Of(TrackingNames.Files)), ("Options", Of(TrackingNames.Options)), ("Reading", Of(TrackingNames.Reading)),
            ("Model", Of(TrackingNames.Model)), ("Units", Of(TrackingNames.Units)), ("Outputs", Steps.OutputReasons(result)),
        ];
        Assert.All(steps, static step => Assert.NotEmpty(step.Reasons));
        Assert.Equal(
            expected,
            string.Join(' ', steps.Where(static step => step.Reasons.Any(static reason => reason != IncrementalStepRunReason.Cached)).Select(static step => $"{step.Label}={Distinct(step.Reasons)}")));

        IEnumerable<IncrementalStepRunReason> Of(string step) => Steps.Reasons(result, step);
    }

    private static string Distinct(IEnumerable<IncrementalStepRunReason> reasons) => string.Join('+', reasons.Distinct().Select(static reason => reason.ToString()).Order(StringComparer.Ordinal));
}
