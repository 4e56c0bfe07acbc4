using System.Collections;
using System.Reflection;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Packing;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Conformance.Schema;

/// <summary>The built-in model is embedded twice, as its files and as what reading them gave: both are the same model, whatever models come to say.</summary>
public sealed class PackedModelTests
{
    private static readonly ModelDefinition FromFiles = ModelReader.Read(BuiltInModel.Parts()).Model;

    /// <summary>No file of the repository has a value that is more than something and not that itself.</summary>
    private const string MoreThan = """
        {
          "formatVersion": "1.0",
          "model": { "id": "more-than", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": ">1 ms" } } } }
        }
        """;

    private static readonly ModelDefinition[] Everything =
    [
        ModelReader.Extend(FromFiles, [new ModelText("whole-language.isolation.json", SchemaMutation.WholeLanguage)]).Model,
        ModelReader.Extend(FromFiles, [new ModelText("more-than.isolation.json", MoreThan)]).Model,
    ];

    [Fact]
    public void The_built_in_model_is_what_its_files_say() => Assert.Equal(FromFiles, BuiltInModel.Definition);

    /// <summary>Equal models may still differ: quantities are equal whatever their units, and are shown with them.</summary>
    [Fact]
    public void The_built_in_model_is_so_to_the_letter() => Assert.Equal(PackedModel.Write(FromFiles), PackedModel.Write(BuiltInModel.Definition));

    [Fact]
    public void Models_that_say_everything_come_back_from_their_packed_form() => Assert.All(Everything, static model =>
    {
        var bytes = PackedModel.Write(model);
        var again = PackedModel.Read(bytes);
        Assert.Equal(model, again);
        Assert.Equal(bytes, PackedModel.Write(again));
    });

    /// <summary>Else the test above would pass for a property that nobody packs.</summary>
    [Fact]
    public void The_models_of_the_test_above_say_everything()
    {
        var seen = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        Array.ForEach(Everything, model => Look(model, seen));
        Assert.Empty(seen.Where(static property => !property.Value).Select(static property => property.Key));
    }

    [Fact]
    public void Bytes_that_go_on_are_refused() =>
        Assert.Throws<InvalidOperationException>(static () => PackedModel.Read([.. PackedModel.Write(FromFiles), 0]));

    /// <summary>Notes of every property of a model's records whether some record has something in it.</summary>
    private static void Look(object record, SortedDictionary<string, bool> seen)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            var value = property.GetValue(record);
            var name = $"{property.DeclaringType!.Name}.{property.Name}";
            var items = value is IEnumerable list and not string ? list.Cast<object>().ToList() : value is null ? [] : [value];
            seen[name] = seen.GetValueOrDefault(name) || items.Exists(static item => item is not (0 or false or ""));
            foreach (var item in items.Where(static item => item.GetType().Namespace!.StartsWith("IsolationModel", StringComparison.Ordinal) && item.GetType().IsClass))
            {
                Look(item, seen);
            }
        }
    }
}
