using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>Overlays that are read at run time.</summary>
public sealed class ModelTests
{
    private const string Overlay =
        """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.2.0", "extends": { "isolation-model": "^0.1" } },
          "sources": { "lab": { "title": "Lab report", "kind": "measured" } },
          "scales": {
            "assurance": {
              "name": "Assurance",
              "levels": [
                { "id": "declared", "name": "declared", "definition": "Nobody else looked." },
                { "id": "audited", "name": "audited", "definition": "An auditor looked." }
              ]
            }
          },
          "attributes": {
            "assurance": { "name": "Assurance", "kind": "scale", "scale": "assurance", "better": "higher", "definition": "Who looked." },
            "fips": { "name": "FIPS 140", "kind": "capability", "definition": "Uses validated cryptography." },
            "patchTime": { "name": "Patch time", "kind": "quantity", "dimension": "time", "better": "lower", "needToken": "patching", "unit": "h", "definition": "From a fix to its roll-out." },
            "regions": { "name": "Regions", "kind": "set", "vocabulary": ["eu", "us"], "definition": "Where it is offered." }
          },
          "technologies": {
            "contoso-sandbox": {
              "name": "Contoso Sandbox", "kind": "runtime", "mechanism": "application-kernel", "summary": "The platform team's own.",
              "values": {
                "boundary": { "value": "software-sandbox", "source": "lab" },
                "assurance": "audited", "fips": "yes", "patchTime": "<=24 h", "regions": { "has": ["eu"] }
              }
            },
            "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "<=300 ms", "source": "lab" } } }
          }
        }
        """;

    private static readonly Model Contoso = Model.Parse(Overlay);

    private enum Assurance
    {
        Declared,
        Audited,
    }

    [Fact]
    public void An_overlay_adds_and_overrides()
    {
        var sandbox = Contoso.Find("contoso-sandbox")!;

        Assert.Equal("contoso 1.2.0", Contoso.ToString());
        Assert.True(sandbox.Boundary >= Boundary.SoftwareSandbox);
        Assert.Equal("Lab report", Assert.Single(sandbox.Boundary.Sources).Title);
        Assert.True(Contoso.Find("gvisor")!.Startup <= Quantities.Milliseconds(300));
        Assert.False(Technologies.GVisor.Startup <= Quantities.Milliseconds(300));
        Assert.Equal(Technologies.All.Count + 1, Contoso.Technologies.Count);
        Assert.Null(Contoso.Find("nothing"));
    }

    [Fact]
    public void What_it_does_not_change_is_equal_and_of_its_own_model()
    {
        Assert.Equal(Technologies.Runc, Contoso.Find("runc"));
        Assert.NotEqual(Technologies.GVisor, Contoso.Find("gvisor"));
        Assert.Same(Contoso, Contoso.Find("runc")!.Model);
        Assert.Same(Technologies.Runc.Boundary, Contoso.Find("runc")!.Boundary);
        Assert.Same(Contoso.Find("runc"), Contoso.Find("runc"));
        Assert.All(Model.Parse().Technologies, technology => Assert.Equal(Technologies.Find(technology.Id), technology));
    }

    [Fact]
    public void Relations_stay_within_a_model()
    {
        var overlay = Model.Parse(
            """
            {
              "formatVersion": "1.0",
              "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "controls": { "guard": { "name": "Guard", "summary": "Guards.", "relations": { "hardens": ["technology/runc"], "observes": ["platform/kubernetes"] } } },
              "technologies": { "firecracker": { "$op": "override", "summary": "Ours." } }
            }
            """);
        var guard = Assert.Single(overlay.Controls, control => control.Id == "guard");

        Assert.Contains(guard, overlay.Find("runc")!.HardenedBy);
        Assert.Contains(guard, overlay.Platforms.Single(platform => platform.Id == "kubernetes").ObservedBy);
        Assert.DoesNotContain(Technologies.Runc.HardenedBy, entry => entry.Id == "guard");
        Assert.Equal("Ours.", overlay.Find("kata-fc")!.Hypervisors.Single(hypervisor => hypervisor.Id == "firecracker").Summary);
        Assert.All(overlay.Entries.SelectMany(entry => entry.Relations), relation => Assert.Same(overlay, relation.Target.Model));
        Assert.All(overlay.Families.SelectMany(family => family.Members), member => Assert.Same(overlay, member.Model));
    }

    [Fact]
    public void Relations_may_be_asked_for_by_many_threads_at_once()
    {
        var model = Model.Parse(Overlay);
        var lists = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(_ => model.Find("kata")!.Hypervisors.Concat<CatalogEntry>(model.Find("runc")!.ObservedBy).ToList()).ToList();

        Assert.All(lists, list => Assert.Equal(lists[0], list, ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Its_own_attributes_are_found_by_id()
    {
        var sandbox = Contoso.Find("contoso-sandbox")!;

        Assert.Equal(Outcome.Meets, ((ScaleValue)sandbox.Find("assurance")!).Against("audited"));
        Assert.True(((CapabilityValue)sandbox.Find("fips")!).IsYes);
        Assert.True((QuantityValue)sandbox.Find("patchTime")! <= Quantities.Minutes(24 * 60));
        Assert.True(((SetValue)sandbox.Find("regions")!).Contains("eu"));
        Assert.Equal(Contoso.Index.Technology("contoso-sandbox"), sandbox.Definition);
    }

    [Fact]
    public void Keys_that_were_generated_for_the_same_overlay_read_it()
    {
        var scale = ModelData.Scale("assurance", "Assurance", null, "", ModelData.Level("declared", "d", null, "d"), ModelData.Level("audited", "a", null, "a"));
        var key = ModelData.ScaleKey<Assurance>("assurance", "Assurance", null, "Who looked.", scale, higherIsBetter: true, needToken: null, Composition.Strongest);
        var capability = ModelData.CapabilityKey("fips", "FIPS 140", null, "Uses validated cryptography.", null, Composition.Weakest);

        Assert.True(Contoso.Find("contoso-sandbox")!.Get(key) >= Assurance.Audited);
        Assert.Equal(Assurance.Audited, Contoso.Find("contoso-sandbox")!.Get(key).Low);
        Assert.Equal(Outcome.Unknown, Contoso.Find("runc")!.Get(key).Against(Assurance.Declared));
        Assert.True(Contoso.Find("contoso-sandbox")!.Get(capability).IsYes);
    }

    [Fact]
    public void Keys_with_other_levels_are_refused()
    {
        var scale = ModelData.Scale("assurance", "Assurance", null, "", ModelData.Level("audited", "a", null, "a"), ModelData.Level("declared", "d", null, "d"));
        var key = ModelData.ScaleKey<Assurance>("assurance", "Assurance", null, "Who looked.", scale, higherIsBetter: true, needToken: null, Composition.Strongest);
        var capability = ModelData.CapabilityKey("patchTime", "Patch time", null, "From a fix to its roll-out.", null, Composition.Weakest);

        Assert.Throws<InvalidOperationException>(() => Contoso.Find("contoso-sandbox")!.Get(key));
        Assert.Throws<InvalidOperationException>(() => Contoso.Find("contoso-sandbox")!.Get(capability));
    }

    [Fact]
    public void Needs_of_an_overlay_use_its_words()
    {
        var need = Contoso.ParseNeed("untrusted-code, patching <= 24 h");

        Assert.Equal("contoso-sandbox", need.Recommend().Best!.Technology.Id);
        Assert.Throws<FormatException>(() => Need.Parse("patching <= 24 h"));
    }

    [Fact]
    public void Mistakes_are_listed_with_their_places()
    {
        var error = Assert.Throws<ModelFormatException>(() => Model.Parse([new ModelText("contoso.isolation.json", Overlay.Replace("<=24 h", "<=24 MB", StringComparison.Ordinal))]));

        Assert.Equal("ISM0004", Assert.Single(error.Findings).Rule.Id);
        Assert.StartsWith("contoso.isolation.json(25,", error.Message, StringComparison.Ordinal);
        Assert.Throws<ModelFormatException>(() => Model.Parse("{"));
    }

    [Fact]
    public void The_hash_tells_content_from_form()
    {
        Assert.Equal(Contoso.ContentHash, Model.Parse(Overlay.ReplaceLineEndings("\r\n ")).ContentHash);
        Assert.NotEqual(Contoso.ContentHash, Model.Parse(Overlay.Replace("<=24 h", "<=25 h", StringComparison.Ordinal)).ContentHash);
    }

    [Fact]
    public void The_built_in_model_is_the_evaluators() => Assert.Same(BuiltInModel.Definition, Model.BuiltIn.Index.Definition);
}
