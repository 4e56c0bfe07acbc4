using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary>
/// Words of the built-in model that a shell offers. Nothing of it is looked at before a shell asks. What an overlay adds is not among them: it would have to
/// be read at every press of a key.
/// </summary>
internal static class ModelWords
{
    /// <summary>The levels, the weakest first.</summary>
    public static IEnumerable<string> Levels() => Model.Needs.Where(static need => need.Kind == NeedKind.Level).OrderBy(static need => need.Order).Select(static need => need.Id);

    /// <summary>The scenarios.</summary>
    public static IEnumerable<string> Scenarios() => Model.Scenarios.OrderBy(static scenario => scenario.Order).Select(static scenario => scenario.Id);

    /// <summary>The needs with a name; limits are for everybody to choose.</summary>
    public static IEnumerable<string> Needs() => NeedSet.TokensOf(new ModelIndex(Model));

    /// <summary>The technologies.</summary>
    public static IEnumerable<string> Technologies() => Model.Technologies.Select(static technology => technology.Id);

    private static ModelDefinition Model => BuiltInModel.Definition;
}
