using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests;

/// <summary>A few files as a whole, so that a change of the code's form is seen.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("ContosoTechnologies.contoso-sandbox.g.cs")]
    [InlineData("ContosoAssurance.g.cs")]
    [InlineData("ContosoModel.g.cs")]
    [InlineData("ContosoTechnologyExtensions.g.cs")]
    public void Overlay_in_the_newest_language(string file)
    {
        var sources = TestProject.Sources(TestProject.WithOverlay(Samples.Contoso).Run());
        if (!sources.ContainsKey(file) && typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5)
        {
            return;
        }

        Snapshot.Verify(file, sources[file]);
    }

    [Theory]
    [InlineData("ContosoTechnologies.contoso-sandbox.g.cs")]
    [InlineData("ContosoModel.g.cs")]
    public void Overlay_in_the_oldest_language(string file)
    {
        var project = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], parse: new CSharpParseOptions(LanguageVersion.CSharp7_3));
        Snapshot.Verify("7.3-" + file, TestProject.Sources(project.Run())[file]);
    }

    [Theory]
    [InlineData("Boundary.g.cs")]
    // The names of technologies in C# are a promise: none of them may change by accident.
    [InlineData("Technologies.g.cs")]
    public void Built_in_model(string file) =>
        Snapshot.Verify(file, TestProject.Sources(new TestProject(Samples.BuiltInParts(), ProjectOptions.BuiltIn).Run())[file]);
}
