using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Conformance.Samples;

/// <summary>The shop below tests/samples, judged by the libraries.</summary>
internal static class SampleShop
{
    /// <summary>The folder, below the repository's.</summary>
    public const string Folder = "tests/samples";

    /// <summary>The overlay of the shop, below its folder.</summary>
    public const string Overlay = "shop.isolation.json";

    /// <summary>Judges every descriptor of the shop.</summary>
    /// <param name="withOverlay">Whether the shop's own overlay holds.</param>
    public static EvaluationResult Evaluate(bool withOverlay = false)
    {
        var files = Directory.EnumerateFiles(Repository.PathOf(Folder), "*", SearchOption.AllDirectories)
            .Select(path => Repository.Relative(Repository.Root, path))
            .Where(path => DescriptorPatterns.Match(path) is not null)
            .Select(path => DescriptorReader.Read(path, Repository.Read(path), DescriptorExpectation.Expected, keepsDocuments: true, CancellationToken.None))
            .ToList();
        return Evaluator.Evaluate(new ModelIndex(Model(withOverlay)), DescriptorLinker.Link(files), []);
    }

    private static ModelDefinition Model(bool withOverlay)
    {
        if (!withOverlay)
        {
            return BuiltInModel.Definition;
        }

        var result = ModelReader.Extend(BuiltInModel.Definition, [new ModelText(Overlay, Repository.Read($"{Folder}/{Overlay}"))]);
        Assert.Empty(result.Findings);
        return result.Model;
    }
}
