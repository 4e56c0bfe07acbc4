using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Core.Tests.Modeling;

public sealed class BuiltInModelTests
{
    [Fact]
    public void The_shipped_model_has_no_mistakes()
    {
        var findings = ModelReader.Read(BuiltInModel.Parts()).Findings;
        Assert.True(findings.Count == 0, string.Join('\n', findings.Select(finding => $"{finding.File}({finding.Start.Line},{finding.Start.Column}): {finding.Message}")));
    }

    [Fact]
    public void The_order_of_its_parts_does_not_matter() =>
        Assert.Equal(BuiltInModel.Definition, ModelReader.Read(BuiltInModel.Parts().Reverse()).Model);

    [Theory]
    [InlineData("runc", "shared-kernel")]
    [InlineData("gvisor", "software-sandbox")]
    [InlineData("kata", "hardware-vm")]
    [InlineData("kata-clh", "hardware-vm")]
    [InlineData("kata-fc", "hardware-vm")]
    [InlineData("firecracker", "hardware-vm")]
    [InlineData("kubevirt", "hardware-vm")]
    [InlineData("qemu-kvm", "hardware-vm")]
    [InlineData("wasmedge", "software-sandbox")]
    [InlineData("wasmtime", "software-sandbox")]
    [InlineData("runwasi", "shared-kernel..software-sandbox")]
    public void Technologies_have_the_boundary_that_their_definition_gives(string id, string boundary)
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        Assert.Equal(boundary, ValueText.Of(model, "boundary", model.Technology(id)!.Find("boundary")!.Value));
    }

    [Fact]
    public void Every_boundary_and_every_figure_has_a_source()
    {
        var without = BuiltInModel.Definition.Technologies
            .SelectMany(technology => technology.Values.Select(value => (technology.Id, value)))
            .Where(entry => entry.value.SourceIds.Count == 0 && entry.value.Value is IsolationModel.Values.QuantityInterval or IsolationModel.Values.OrdinalInterval { High: > 1 })
            .Select(entry => $"{entry.Id}.{entry.value.AttributeId}");
        Assert.Empty(without);
    }

    [Fact]
    public void A_stronger_level_requires_what_a_weaker_one_requires()
    {
        var levels = BuiltInModel.Definition.Needs.Where(need => need.Kind == NeedKind.Level).OrderBy(need => need.Order).ToList();
        Assert.Equal(["low", "medium", "high", "very-high"], levels.Select(level => level.Id));
        var thresholds = levels.Select(level => ((IsolationModel.Values.OrdinalThreshold)level.Constraints[0].Threshold).Level).ToList();
        Assert.Equal(thresholds.Order(), thresholds);
    }
}
