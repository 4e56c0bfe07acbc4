using System.Text.Json;

namespace IsolationModel.Cli.Output;

/// <summary>What a command has found out, for people and for programs. Both forms tell the same.</summary>
internal interface IAnswer
{
    /// <summary>Tells it to people.</summary>
    void WriteText(TextPage page);

    /// <summary>Tells it to programs: one value, an object unless said otherwise. Names are a contract; new ones may come behind the old ones.</summary>
    void WriteJson(Utf8JsonWriter json);
}
