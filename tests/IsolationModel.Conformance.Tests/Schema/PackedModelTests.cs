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

    private static readonly ModelDefinition WholeLanguage =
        ModelReader.Extend(FromFiles, [new ModelText("whole-language.isolation.json", SchemaMutation.WholeLanguage)]).Model;

    [Fact]
    public void The_built_in_model_is_what_its_files_say() => Assert.Equal(FromFiles, BuiltInModel.Definition);

    /// <summary>Equal models may still differ: quantities are equal whatever their units, and are shown with them.</summary>
    [Fact]
    public void The_built_in_model_is_so_to_the_letter() => Assert.Equal(PackedModel.Write(FromFiles), PackedModel.Write(BuiltInModel.Definition));

    [Fact]
    public void A_model_that_says_everything_comes_back_from_its_packed_form()
    {
        var bytes = PackedModel.Write(WholeLanguage);
        var again = PackedModel.Read(bytes);
        Assert.Equal(WholeLanguage, again);
        Assert.Equal(bytes, PackedModel.Write(again));
    }

    /// <summary>Else the test above would pass for a property that nobody packs.</summary>
    [Fact]
    public void The_model_of_the_test_above_says_everything()
    {
        var seen = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        Look(WholeLanguage, seen);
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
